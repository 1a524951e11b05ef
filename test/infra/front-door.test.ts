import { ResponseType } from 'aws-cdk-lib/aws-apigateway';
import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '../../shared/contract/problem.ts';
import { isWebPath } from '../../functions/web/web-paths.ts';
import { LANGUAGES } from '../../shared/messages/language.ts';
import { idIn, synthesizedStages } from './synthesized.ts';

const stages = await synthesizedStages();
const KINDS = Object.values(ResponseType as unknown as Record<string, unknown>)
  .filter((kind): kind is ResponseType => kind instanceof ResponseType)
  .map((kind) => kind.responseType)
  .toSorted();

describe.each(stages)('the front door in $stage', ({ all, text, resources }) => {
  const responses = all('AWS::ApiGateway::GatewayResponse').map(([, { Properties: p }]) => p);

  it('answers every kind of failure it knows itself', () => {
    expect(KINDS.length).toBeGreaterThan(20);
    expect(responses.map((response) => response['ResponseType']).toSorted()).toEqual(KINDS);
  });

  it.each(responses.map((response) => [response['ResponseType'], response]))(
    'answers %s by problem+json',
    (_kind, response) => {
      const {
        StatusCode: status,
        ResponseTemplates: templates,
        ResponseParameters: headers,
      } = response as {
        StatusCode: string;
        ResponseTemplates: Record<string, string>;
        ResponseParameters: Record<string, string>;
      };
      expect(Object.keys(templates)).toEqual(['application/json']);
      const body = JSON.parse(templates['application/json']!) as Record<string, unknown>;
      expect(body).toEqual({
        type: expect.stringMatching(/^urn:vereinbar:problem:[a-z-]+$/) as string,
        title: expect.any(String) as string,
        status: Number(status),
        detail: expect.any(String) as string,
        instance: 'urn:vereinbar:request:$context.requestId',
      });
      expect(headers).toMatchObject({
        'gatewayresponse.header.content-type': "'application/problem+json'",
        'gatewayresponse.header.cache-control': "'no-store'",
      });
      // What the caller sent can be put into these by variables; only our own request id is.
      expect([...templates['application/json']!.matchAll(/\$[\w.]+/g)].map(([variable]) => variable)).toEqual(
        ['$context.requestId'],
      );
    },
  );

  it('uses the words of the contract where both know a problem', () => {
    const own = responses.map((response) => {
      const templates = response['ResponseTemplates'] as Record<string, string>;
      return JSON.parse(templates['application/json']!) as { type: string; status: number; title: string };
    });
    const known = own.filter(({ type }) => Object.hasOwn(PROBLEMS, type.split(':').at(-1)!));
    expect(known.length).toBeGreaterThan(5);
    for (const { type, status, title } of known)
      expect({ status, title }).toMatchObject(
        (({ status: wanted, title: words }) => ({ status: wanted, title: words }))(
          PROBLEMS[type.split(':').at(-1) as keyof typeof PROBLEMS],
        ),
      );
  });

  it('is regional, throttled, and logs neither address, path, query nor agent', () => {
    expect(
      all('AWS::ApiGateway::RestApi').map(([, { Properties: p }]) => p['EndpointConfiguration']),
    ).toEqual([{ Types: ['REGIONAL'] }]);
    const [[, stage]] = all('AWS::ApiGateway::Stage') as unknown as [
      [string, { Properties: Record<string, unknown> }],
    ];
    const { AccessLogSetting: log, MethodSettings: settings } = stage.Properties as {
      AccessLogSetting: { Format: string };
      MethodSettings: unknown[];
    };
    const limited = expect.objectContaining({
      ThrottlingRateLimit: expect.any(Number) as number,
      ThrottlingBurstLimit: expect.any(Number) as number,
      DataTraceEnabled: false,
      LoggingLevel: 'OFF',
    }) as unknown;
    expect(settings).toEqual([limited, limited]); // everywhere, and partners by themselves
    const variables = [...log.Format.matchAll(/\$context\.([\w.]+)/g)].map(([, name]) => name).toSorted();
    expect(variables).toEqual([
      'error.responseType',
      'httpMethod',
      'integrationLatency',
      'requestId',
      'resourcePath',
      'responseLatency',
      'responseLength',
      'status',
    ]);
  });

  it('has a firewall that keeps no request', () => {
    expect(all('AWS::WAFv2::WebACLAssociation')).toHaveLength(1);
    expect(all('AWS::WAFv2::LoggingConfiguration')).toEqual([]);
    expect(text).not.toContain('"SampledRequestsEnabled":true');
    const [[, acl]] = all('AWS::WAFv2::WebACL') as unknown as [
      [string, { Properties: Record<string, unknown> }],
    ];
    expect(acl.Properties).toMatchObject({ Scope: 'REGIONAL', DefaultAction: { Allow: {} } });
    expect(acl.Properties['Rules']).toHaveLength(3);
  });

  it('may call the three functions that answer, at this stage alone, and the authorizer; nobody else may call any', () => {
    const permissions = all('AWS::Lambda::Permission').map(([, { Properties: p }]) => p);
    for (const permission of permissions)
      expect(permission).toMatchObject({
        Action: 'lambda:InvokeFunction',
        Principal: 'apigateway.amazonaws.com',
      });
    const sources = permissions.map((permission) => JSON.stringify(permission['SourceArn']));
    expect(sources.filter((source) => source.includes('/live/*/*'))).toHaveLength(3);
    expect(sources.filter((source) => source.includes('/authorizers/'))).toHaveLength(1);
    expect(sources).toHaveLength(4);
  });

  it('leads the pages to the form, those with a key to where partners write, and all else to the API', () => {
    const pathOf = (id: string): string => {
      const { Properties: p } = resources[id]!;
      const parent = resources[idIn(p['ParentId'])];
      const before = parent?.Type === 'AWS::ApiGateway::Resource' ? pathOf(idIn(p['ParentId'])) : '';
      return `${before}/${p['PathPart'] as string}`;
    };
    const led = all('AWS::ApiGateway::Method').map(([, { Properties: p }]) => {
      expect(p).toMatchObject({ HttpMethod: 'ANY', Integration: { Type: 'AWS_PROXY' } });
      const to = (['WebForm', 'PartnerApi', 'PartnerWrite'] as const).find((part) =>
        JSON.stringify(p['Integration']).includes(part),
      );
      expect(p['AuthorizationType']).toBe(to === 'PartnerWrite' ? 'CUSTOM' : 'NONE');
      const id = idIn(p['ResourceId']);
      const path = resources[id]?.Type === 'AWS::ApiGateway::Resource' ? pathOf(id) : '/';
      return [path, to] as const;
    });
    const pathsTo = (part: string) => led.flatMap(([path, to]) => (to === part ? [path] : []));
    expect(pathsTo('PartnerWrite')).toEqual(['/v1/partners/me/{proxy+}']);
    // Every folder on the way to a path of partners has its own way to the API beside it.
    expect(pathsTo('PartnerApi').toSorted()).toEqual(['/v1/partners/{proxy+}', '/v1/{proxy+}', '/{proxy+}']);
    const toWeb = pathsTo('WebForm').map((path) => path.replace('{proxy+}', 'x'));
    expect(toWeb.filter((path) => !isWebPath(path))).toEqual([]);
    expect(toWeb.toSorted()).toEqual(
      [
        '/',
        '/robots.txt',
        '/styles/x',
        ...LANGUAGES.flatMap((language) => [`/${language}`, `/${language}/x`]),
      ].toSorted(),
    );
  });

  it('has a name only where one is given, over TLS 1.2', () => {
    const [[, domain]] = all('AWS::ApiGateway::DomainName') as unknown as [[string, { Properties: unknown }]];
    expect(domain).toMatchObject({
      Condition: expect.any(String) as string,
      Properties: { SecurityPolicy: 'TLS_1_2', EndpointConfiguration: { Types: ['REGIONAL'] } },
    });
  });
});
