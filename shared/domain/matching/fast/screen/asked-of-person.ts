import { GERMAN_LEVELS } from '../../../offer/german-level.ts';
import { AUDIENCES } from '../../../offer/terms.ts';
import { belongsTo } from '../../criteria/audience.ts';
import type { Frame } from '../../frame.ts';
import { OFFER_FLAG } from '../../match-index/segment.ts';
import type { OfferColumns } from '../../match-index/segment-shapes.ts';
import { ASK_OTHER, askField, bitOf } from '../answer.ts';
import { asking, NEAR, note, PASSES, UNMET, type CriterionAnswer, type Noted } from '../noted.ts';
import { qualificationOf } from './qualification-answer.ts';

const GERMAN = bitOf('german');
const QUALIFICATION = bitOf('qualification');
const AUDIENCE = bitOf('audience');
const AGE = bitOf('age');

const UNKNOWN_GERMAN = asking(askField('german'));
const UNKNOWN_AGE = asking(askField('age'));
const UNKNOWN_GATE = asking(ASK_OTHER);

/** Notes what an offer asks of the person herself: German, schooling and degree, groups, age. `flags`: those of the offer. */
export type AskedOfPerson = (offers: OfferColumns, offer: number, flags: number, noted: Noted) => void;

/** The answers of one person; the same rules as the criteria. */
export function askedOfPerson({ situation, region }: Frame): AskedOfPerson {
  const own = levelOf(situation.german);
  const gate = levelOf(region.usualGermanGate);
  const qualification = qualificationOf(situation);
  const groups = answeredGroups(situation);
  const { age } = situation;

  function atLeast(needed: number): CriterionAnswer {
    if (own < 0) return UNKNOWN_GERMAN;
    if (own >= needed) return PASSES;
    return own + 1 === needed ? NEAR : UNMET;
  }

  function german(offers: OfferColumns, offer: number, flags: number): CriterionAnswer {
    const teachTo = offers.teachTo[offer] ?? -1;
    if (teachTo >= 0) return own >= teachTo ? UNMET : atLeast(offers.teachEntry[offer] ?? 0);
    const needed = offers.needsGerman[offer] ?? -1;
    if (needed >= 0) return atLeast(needed);
    if ((flags & OFFER_FLAG.leadsToDegree) === 0) return PASSES;
    if (own < 0) return UNKNOWN_GERMAN;
    return own < gate ? UNKNOWN_GATE : PASSES;
  }

  return (offers, offer, flags, noted) => {
    note(noted, GERMAN, german(offers, offer, flags));
    const schooling = offers.schooling[offer] ?? -1;
    const degree = offers.degree[offer] ?? -1;
    if (schooling >= 0 || degree >= 0) {
      const isEither = (flags & OFFER_FLAG.schoolingOrDegree) !== 0;
      note(noted, QUALIFICATION, qualification(schooling, degree, isEither));
    }
    const audiences = offers.audiences[offer] ?? 0;
    if (audiences !== 0 && (audiences & groups.yes) === 0 && (audiences & ~groups.no) === 0) {
      note(noted, AUDIENCE, UNMET);
    }
    if ((flags & OFFER_FLAG.hasAges) === 0) return;
    if (age === undefined) note(noted, AGE, UNKNOWN_AGE);
    else if (age < (offers.ageFrom[offer] ?? 0) || age > (offers.ageTo[offer] ?? 0)) note(noted, AGE, UNMET);
  };
}

/** The index of a level, -1 when not given. */
function levelOf(level: Frame['situation']['german']): number {
  return level === undefined ? -1 : GERMAN_LEVELS.indexOf(level);
}

function answeredGroups(situation: Frame['situation']): { readonly yes: number; readonly no: number } {
  let [yes, no] = [0, 0];
  AUDIENCES.forEach((group, at) => {
    const answer = belongsTo(situation, group);
    if (answer === true) yes |= 1 << at;
    if (answer === false) no |= 1 << at;
  });
  return { yes, no };
}
