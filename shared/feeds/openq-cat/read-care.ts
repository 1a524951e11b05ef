import type { CourseChildcare } from '../../domain/offer/offer.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { readChildcare } from '../text/read-childcare.ts';

/**
 * Childcare at a service as its texts plainly offer it; OpenQ-cat has no field for it, so it is never more than read from
 * text. A keyword alone may name what is taught and counts only as "mit Kinderbetreuung".
 */
export function readCare(
  texts: readonly string[],
  keywords: readonly string[],
  record: RecordPlace,
): { readonly childcare?: CourseChildcare; readonly notices: readonly Notice[] } {
  const tags = keywords.filter((keyword) =>
    /^(?:mit|inkl\.?|inklusive) \p{L}*\s?kinder-?betreuung$/iu.test(keyword),
  );
  const read = readChildcare([...texts, ...tags].join('\n'));
  switch (read.state) {
    case 'offered': {
      const { during, ages } = read;
      return {
        childcare: { ...(ages && { ages }), hours: [], during, certainty: 'read-from-text' },
        notices: [],
      };
    }
    case 'unclear':
      return { notices: [noticeOf('childcare-unclear', { record, field: 'DESCRIPTION_LONG' })] };
    case 'not-offered':
    case 'none':
      return { notices: [] };
  }
}
