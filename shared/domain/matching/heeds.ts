import { addDays, addMonths, formatLocalDate } from '../time/local-date.ts';
import { possibleMonthsOn } from './care/child-age.ts';
import { belongsTo } from './criteria/audience.ts';
import type { Candidate } from './criteria/criterion.ts';
import type { Facts, Heed, HeedId } from './match-result.ts';

/** What is shown as something to arrange; never decides. In the order of the table, those that apply. */
export function heedsOf(candidate: Candidate): readonly Heed[] {
  return HEED_RULES.flatMap(([id, rule]) => {
    const facts = rule(candidate);
    return facts === undefined ? [] : [{ id, facts }];
  });
}

type HeedRule = (candidate: Candidate) => Facts | undefined;

const HEED_RULES: readonly (readonly [HeedId, HeedRule])[] = [
  ['holidays', holidays],
  ['end-not-known', endNotKnown],
  ['settling-in', settlingIn],
  ['care-notice', careNotice],
  ['tight', tight],
  ['cost-not-stated', costNotStated],
  ['audience-label', audienceLabel],
  ['certainty', certainty],
  ['not-born-yet', notBornYet],
];

/** Dates in school holidays on which school care would be missing. */
function holidays({ care }: Candidate): Facts | undefined {
  const dates = care.openHolidayDates;
  return dates.length === 0 ? undefined : { dates: dates.map(formatLocalDate), count: dates.length };
}

function endNotKnown({ variant }: Candidate): Facts | undefined {
  return variant.schedule.endNotKnown ? {} : undefined;
}

/** The last day on which settling-in can begin, where new care is needed. */
function settlingIn(candidate: Candidate): Facts | undefined {
  const { first } = candidate.variant.schedule;
  if (!needsNewCare(candidate) || first === null) return undefined;
  return { latest: formatLocalDate(addDays(first, -candidate.frame.region.figures.settlingInDays)) };
}

/** The latest notice of the need, in North Rhine-Westphalia six months before (§ 5 KiBiz), where new care is needed. */
function careNotice(candidate: Candidate): Facts | undefined {
  const { first } = candidate.variant.schedule;
  const { careNoticeMonths: months, careNoticeLaw: law } = candidate.frame.region.figures;
  if (!needsNewCare(candidate) || first === null || law === '') return undefined;
  const latest = addMonths(first, -months);
  return { latest: formatLocalDate(latest), law, passed: latest < candidate.frame.today };
}

function needsNewCare({ care }: Candidate): boolean {
  return care.newCare.length > 0;
}

function tight({ care, frame }: Candidate): Facts | undefined {
  const { slackMinutes } = care;
  if (slackMinutes === undefined || slackMinutes >= frame.region.figures.tightSlackMinutes) return undefined;
  return { slackMinutes };
}

function costNotStated({ variant }: Candidate): Facts | undefined {
  const { kind, cost } = variant.offer;
  if (kind === 'job' || cost?.free === true || cost?.cents !== undefined) return undefined;
  return {};
}

/** The offer names groups, and the person did not say whether she belongs to any. */
function audienceLabel({ variant, frame }: Candidate): Facts | undefined {
  const groups = variant.offer.needs.audiences ?? [];
  const answers = groups.map((group) => belongsTo(frame.situation, group));
  const isSettled = answers.includes(true) || answers.every((answer) => answer === false);
  return groups.length === 0 || isSettled ? undefined : { groups };
}

/** Facts that were read from a text, and offers that were not checked for long. */
function certainty({ variant, frame }: Candidate): Facts | undefined {
  const { offer } = variant;
  const fromText = offer.provenance.filter(({ from }) => from === 'text').map(({ fact }) => fact);
  const hasTimes = offer.timetable.weekly.length > 0 || offer.timetable.dated.length > 0;
  const facts = new Set<string>(fromText);
  if (hasTimes && offer.timetable.certainty === 'read-from-text') facts.add('timetable');
  if (offer.childcare?.certainty === 'read-from-text') facts.add('childcare');
  if (offer.growth?.certainty === 'read-from-text') facts.add('growth');
  const { checked } = offer.freshness;
  const isOld = frame.today - checked > frame.region.figures.factMaxAgeDays;
  if (facts.size === 0 && !isOld) return undefined;
  return {
    ...(facts.size === 0 ? {} : { readFromText: [...facts].sort() }),
    ...(isOld ? { checked: formatLocalDate(checked) } : {}),
  };
}

function notBornYet({ frame }: Candidate): Facts | undefined {
  const children = frame.situation.children.flatMap((child, index) => {
    const possible = possibleMonthsOn(child, frame.today, frame.today);
    return possible !== undefined && possible.most < 0 ? [index] : [];
  });
  return children.length === 0 ? undefined : { children };
}
