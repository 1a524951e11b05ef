import { describe, expect, it } from 'vitest';
import { createKeyTexts } from '../../shared/adapters/crypto/key-texts.ts';
import {
  chunkKey,
  feedKey,
  hiddenKey,
  manifestKey,
  offerKey,
  partnerImportKey,
  partnerKeyKey,
  partnerQuotaKey,
  publicationKey,
  runKey,
  supplementKey,
  type ItemKey,
} from '../../shared/adapters/dynamodb/item-keys.ts';
import { STAGES } from '../../shared/config/names.ts';
import { parseCatalogueId, parseOfferVersion } from '../../shared/domain/offer/catalogue.ts';
import { parseRegionId } from '../../shared/domain/place/region.ts';
import { FEED, numberedId } from '../support/numbered-offers.ts';
import { idIn, synthesizedStages } from './synthesized.ts';

const HASH = '0'.repeat(32);
const stages = await synthesizedStages();

describe.each(stages)('the way in for partners in $stage', ({ all, resources }) => {
  const authorizers = all('AWS::ApiGateway::Authorizer').map(([, { Properties: p }]) => p);

  it('is guarded by one authorizer of our own, which remembers an answer for a minute', () => {
    expect(authorizers).toHaveLength(1);
    expect(authorizers[0]).toMatchObject({
      Type: 'TOKEN',
      IdentitySource: 'method.request.header.Authorization',
      AuthorizerResultTtlInSeconds: 60,
    });
    expect(JSON.stringify(authorizers[0]!['AuthorizerUri'])).toContain('PartnerWriteAuthorizer');
  });

  it('lets every form of a key that we issue come to the authorizer, and no other token', () => {
    const form = new RegExp(authorizers[0]!['IdentityValidationExpression'] as string);
    for (const stage of STAGES) expect(`Bearer ${createKeyTexts(stage).make().text}`).toMatch(form);
    for (const token of ['', 'Bearer ', 'Basic YTpi', `Bearer ${'a'.repeat(400)}`, 'Bearer a b'])
      expect(token).not.toMatch(form);
  });

  it('keeps the secret of the keys when the stack goes, in no template', () => {
    const [id, secret] = all('AWS::SecretsManager::Secret').find(([name]) => name.includes('KeyPepper'))!;
    expect(secret.DeletionPolicy).toBe('Retain');
    const holders = all('AWS::Lambda::Function').filter(([, { Properties: p }]) =>
      JSON.stringify(p['Environment']).includes(id),
    );
    expect(holders.map(([, { Properties: p }]) => p['Handler'])).toEqual([
      'functions/authorizer/lambda.handler',
    ]);
  });

  it('answers whom the authorizer refuses, and who names no key, with 401 and how to ask', () => {
    const answers = all('AWS::ApiGateway::GatewayResponse').map(([, { Properties: p }]) => p);
    for (const kind of ['ACCESS_DENIED', 'UNAUTHORIZED'])
      expect(answers.find((answer) => answer['ResponseType'] === kind)).toMatchObject({
        StatusCode: '401',
        ResponseParameters: { 'gatewayresponse.header.www-authenticate': "'Bearer'" },
      });
  });

  it('lets bytes through as they are', () => {
    const [[, api]] = all('AWS::ApiGateway::RestApi') as unknown as [[string, { Properties: object }]];
    expect(api.Properties).toMatchObject({ BinaryMediaTypes: ['*/*'] });
  });

  it('may touch every partition that it writes, and neither keys nor what is hidden', () => {
    const region = parseRegionId('dortmund')!;
    const [offer, version, catalogue] = [numberedId(1), parseOfferVersion(HASH)!, parseCatalogueId(HASH)!];
    const allowed = all('AWS::IAM::Policy')
      .filter(([id]) => id.startsWith('PartnerWriteRole'))
      .flatMap(([, { Properties: p }]) => JSON.stringify(p).match(/dortmund#[A-Z]+(?:#\*)?/g) ?? [])
      .map((pattern) => new RegExp(`^${pattern.replace('*', '.*')}$`));
    const mayTouch = ({ pk }: ItemKey) => allowed.some((pattern) => pattern.test(pk.S));
    const written = [
      feedKey(region, FEED),
      offerKey(region, offer, version),
      manifestKey(region, FEED, catalogue),
      chunkKey(region, FEED, HASH),
      publicationKey(region, FEED, 1),
      supplementKey(region, FEED, offer),
      partnerImportKey(region, FEED, HASH),
      partnerQuotaKey(region, FEED, 1),
    ];
    expect(written.filter((key) => !mayTouch(key))).toEqual([]);
    const others = [partnerKeyKey(region, 'a'), hiddenKey(region, { kind: 'offer', id: offer })];
    expect([...others, runKey(region, FEED, 1)].filter(mayTouch)).toEqual([]);
  });

  it('leaves most of the door to people, and rings when a partner goes on beyond its quota', () => {
    const [[, live]] = all('AWS::ApiGateway::Stage') as unknown as [[string, { Properties: object }]];
    const { MethodSettings: settings } = live.Properties as { MethodSettings: Record<string, unknown>[] };
    const everywhere = settings.find((one) => one['ResourcePath'] === '/*')!;
    const partners = settings.find((one) => String(one['ResourcePath']).includes('partners'))!;
    expect(partners).toMatchObject({ HttpMethod: 'ANY', ResourcePath: '/~1v1~1partners~1me~1{proxy+}' });
    for (const limit of ['ThrottlingRateLimit', 'ThrottlingBurstLimit'])
      expect(Number(partners[limit])).toBeLessThanOrEqual(Number(everywhere[limit]) / 2);
    for (const one of settings) expect(one['DataTraceEnabled'] ?? false).toBe(false);
    const alarm = all('AWS::CloudWatch::Alarm').find(([id]) => id.includes('QuotaExceeded'))!;
    expect(alarm[1].Properties).toMatchObject({ Threshold: 300, EvaluationPeriods: 3 });
    const [filter] = all('AWS::Logs::MetricFilter').filter(([id]) => id.includes('Refusals'));
    expect(filter![1].Properties['FilterPattern']).toContain('partner-quota-exceeded');
  });

  it('is led to a version that can be rolled back', () => {
    const alias = all('AWS::Lambda::Alias').find(([id]) => id.startsWith('PartnerWrite'))!;
    expect(alias[1].Properties).toMatchObject({ Name: 'live' });
    const name = idIn(alias[1].Properties['FunctionName']);
    expect(resources[name]!.Properties['Handler']).toBe('functions/partner/lambda.handler');
  });
});
