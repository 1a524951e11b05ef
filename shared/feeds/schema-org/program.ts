import { UNKNOWN_TIMETABLE } from '../../domain/offer/timetable-json.ts';
import type { OfferContext } from '../feed-format.ts';
import { noticeOf, type RecordPlace } from '../notice.ts';
import { cutText, plainLine, plainText } from '../plain-text.ts';
import { readCoursePurpose } from '../text/course-purpose.ts';
import { languagesOf } from './course.ts';
import { nodesOf, textOf, textsOf, typesOf, type Node } from './node.ts';
import { readCost, readPay } from './read-money.ts';
import { dateOf } from './read-when.ts';
import type { ThingFacts } from './thing-facts.ts';

/**
 * A programme: an apprenticeship (WorkBasedProgram) or a long course. `timeOfDay` and `dayOfWeek` are words for people; times
 * of school and practice are not known from them. The address of a provider is its seat and no place of the programme.
 */
export function readProgram(program: Node, _context: OfferContext, record: RecordPlace): ThingFacts {
  const isApprenticeship = typesOf(program).includes('WorkBasedProgram');
  const [first, last] = [dateOf(textOf(program, 'startDate')), dateOf(textOf(program, 'endDate'))];
  const registerBy = dateOf(textOf(program, 'applicationDeadline'));
  const isReversed = first !== undefined && last !== undefined && last < first;
  const words = cutText(
    plainLine(textsOf(program, 'dayOfWeek', 'timeOfDay', 'educationalProgramMode').join(', ')),
    1000,
  );
  const cost = readCost([program], record);
  const pay = readPay(program, 'trainingSalary', record);
  const total = textOf(program, 'maximumEnrollment');
  const occupation = /^(?:KldB\s*)?(\d{5})$/i.exec(textOf(program, 'occupationalCategory'))?.[1];
  const purpose = readCoursePurpose({
    title: plainLine(textOf(program, 'name')),
    text: plainText(textOf(program, 'description')),
    keywords: textsOf(program, 'keywords').flatMap((text) => text.split(',')),
    requirements: plainText(textsOf(program, 'programPrerequisites').join('. ')),
  });
  return {
    facts: {
      kind: isApprenticeship ? 'apprenticeship' : 'course',
      ...purpose,
      goals: isApprenticeship ? ['vocational-degree'] : purpose.goals,
      ...(isApprenticeship && { leadsTo: 'degree' }),
      timetable: {
        ...UNKNOWN_TIMETABLE,
        ...(first !== undefined && !isReversed && { first }),
        ...(last !== undefined && !isReversed && { last }),
        ...(words !== '' && { text: words }),
      },
      ...(registerBy !== undefined && { registerBy }),
      ...(/^\d{1,5}$/.test(total) && { seats: { total: Number(total) } }),
      ...(cost.value && { cost: cost.value }),
      ...(pay.value && { pay: pay.value }),
      ...(occupation !== undefined && { occupation }),
      languages: languagesOf([program]),
    },
    provider: nodesOf(program, 'provider')[0],
    ...(last !== undefined && !isReversed && { validUntil: last }),
    notices: [
      ...cost.notices,
      ...pay.notices,
      ...(isReversed ? [noticeOf('range-differs', { record, field: 'startDate, endDate' })] : []),
    ],
  };
}
