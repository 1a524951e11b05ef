import { describe, expect, it } from 'vitest';
import { partnerOf, toPartnerContext } from '../../../../functions/rest/partner-context.ts';
import { WRITER } from '../../../support/partner-under-test.ts';

const handedOver = (authorizer: unknown) => ({ requestContext: { authorizer } });
const context = toPartnerContext(WRITER);

describe('a partner on the way from the authorizer to the function that writes', () => {
  it('is the same at its end, and plain ASCII between', () => {
    expect(JSON.stringify(context)).toMatch(/^[\x20-\x7e]*$/);
    expect(partnerOf(handedOver({ ...context, principalId: 'traeger', integrationLatency: 3 }))).toEqual(
      WRITER,
    );
  });

  it.each([
    undefined,
    null,
    {},
    { ...context, feed: 'No Feed' },
    { ...context, name: '%E0%A4%A' },
    { ...context, scopes: ['offers'] },
  ])('is nobody as %j', (authorizer) => {
    expect(partnerOf(handedOver(authorizer))).toBeUndefined();
  });

  it('has no right that this release does not know', () => {
    expect(partnerOf(handedOver({ ...context, scopes: 'all offers' }))?.scopes).toEqual(['offers']);
    expect(partnerOf(handedOver({ ...context, scopes: '' }))?.scopes).toEqual([]);
  });
});
