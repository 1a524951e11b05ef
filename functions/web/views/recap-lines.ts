import { GERMAN_LEVELS } from '../../../shared/domain/offer/german-level.ts';
import { AUDIENCES, DEGREES, FIELDS, GOALS, SCHOOLINGS } from '../../../shared/domain/offer/terms.ts';
import type { Place } from '../../../shared/domain/place/place.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import type { Child, Situation } from '../../../shared/domain/situation/situation.ts';
import type { Slot } from '../../../shared/domain/time/slot.ts';
import { dateInWords, daysInWords, moneyInWords, spanInWords } from '../../../shared/messages/in-words.ts';
import type { Messages } from '../../../shared/messages/messages.ts';

/** One line of the recap: what was asked, and each thing answered. */
export type RecapLine = { readonly label: string; readonly answers: readonly string[] };

type Deps = { readonly messages: Messages; readonly districts: Region['districts'] };

/** `Montag bis Freitag 7:30 bis 14:30 Uhr`. */
export function slotInWords(messages: Messages, slot: Slot): string {
  return `${daysInWords(messages, slot.days)} ${spanInWords(messages, slot, 'span')}`;
}

function placeInWords({ districts }: Deps, { postcode, district }: Place): string {
  return postcode ?? districts.get(district ?? '')?.name ?? '';
}

function ageInWords({ say }: Messages, { age }: Child): string {
  if (age === undefined) return say('page.age-not-said');
  if ('years' in age) return say('page.age-years', { years: age.years });
  if (age.months < 0) return say('page.age-unborn', { months: -age.months });
  return say('page.age-months', { years: Math.floor(age.months / 12), months: age.months % 12 });
}

function childInWords(deps: Deps, child: Child): readonly string[] {
  const { messages } = deps;
  const { say } = messages;
  const care = child.care?.map((entry) => {
    const hours = entry.hours.map((slot) => slotInWords(messages, slot)).join(', ');
    const where = entry.place === undefined ? [] : [placeInWords(deps, entry.place)];
    const from =
      entry.from === undefined ? [] : [say('page.recap.from', { date: dateInWords(messages, entry.from) })];
    const until =
      entry.until === undefined
        ? []
        : [say('page.recap.until', { date: dateInWords(messages, entry.until) })];
    const holidays = entry.holidays ? [say('page.label.children.care.holidays')] : [];
    return [`${say(`page.care.${entry.kind}`)}: ${hours}`, ...where, ...from, ...until, ...holidays].join(
      ', ',
    );
  });
  return [
    ageInWords(messages, child),
    ...(care ?? [say('page.care-not-said')]),
    ...(care?.length === 0 ? [say('page.label.children.noCare')] : []),
    ...(child.schoolFrom === undefined
      ? []
      : [say('page.recap.school', { date: dateInWords(messages, child.schoolFrom) })]),
    ...(child.goesAlone ? [say('page.label.children.goesAlone')] : []),
    ...(child.needsCare === undefined
      ? []
      : [`${say('page.label.children.needsCare')}: ${say(child.needsCare ? 'page.yes' : 'page.no')}`]),
  ];
}

function workInWords({ messages }: Deps, { work }: Situation): readonly string[] {
  const { say } = messages;
  if (work === undefined) return [];
  const { hoursPerWeek, wantedHoursPerWeek, travelMinutes, sinceMonths, employees, parentalLeaveUntil } =
    work;
  return [
    ...(hoursPerWeek === undefined ? [] : [say('page.recap.hours', { hours: hoursPerWeek })]),
    ...(wantedHoursPerWeek === undefined ? [] : [say('page.recap.wanted', { hours: wantedHoursPerWeek })]),
    ...(travelMinutes === undefined ? [] : [say('page.recap.work-way', { minutes: travelMinutes })]),
    ...(sinceMonths === undefined ? [] : [say('page.recap.since', { months: sinceMonths })]),
    ...(employees === undefined ? [] : [say(`page.employees.${employees}`)]),
    ...(work.saturdays ? [say('page.label.work.saturdays')] : []),
    ...(work.bridgePartTime === undefined
      ? []
      : [`${say('page.label.work.bridgePartTime')}: ${say(work.bridgePartTime ? 'page.yes' : 'page.no')}`]),
    ...(parentalLeaveUntil === undefined
      ? []
      : [say('page.recap.leave', { date: dateInWords(messages, parentalLeaveUntil) })]),
  ];
}

function frameInWords({ messages }: Deps, situation: Situation): readonly string[] {
  const { say } = messages;
  const { from, until, formats, stepFree, budgetCents } = situation;
  return [
    ...(from === undefined ? [] : [say('page.recap.from', { date: dateInWords(messages, from) })]),
    ...(until === undefined ? [] : [say('page.recap.until', { date: dateInWords(messages, until) })]),
    ...formats.map((format) => say(`page.format.${format}`)),
    ...(stepFree ? [say('page.label.stepFree')] : []),
    ...(budgetCents === undefined
      ? []
      : [say('page.recap.budget', { amount: moneyInWords(messages, budgetCents) })]),
  ];
}

/** What a person said, in the order of the form; what was not said is left out. */
export function recapLines(deps: Deps, situation: Situation): readonly RecapLine[] {
  const { messages } = deps;
  const { say } = messages;
  const { home, travel, busy, german, schooling, degree, workedYears, age, audiences } = situation;
  const section = (name: 'goals' | 'home' | 'helpers' | 'busy' | 'work' | 'skills' | 'groups' | 'frame') =>
    say(`page.section.${name}`);
  const lines: readonly RecapLine[] = [
    {
      label: section('goals'),
      answers: GOALS.filter((goal) => situation.goals.includes(goal)).map((goal) => say(`page.goal.${goal}`)),
    },
    {
      label: say('page.label.fields'),
      answers: FIELDS.filter((field) => situation.fields.includes(field)).map((field) =>
        say(`page.field.${field}`),
      ),
    },
    {
      label: section('home'),
      answers: [
        ...(home === undefined ? [] : [placeInWords(deps, home)]),
        ...(travel.by === undefined ? [] : [say(`means.${travel.by}`)]),
        ...(travel.maxMinutes === undefined ? [] : [say('page.recap.way', { minutes: travel.maxMinutes })]),
      ],
    },
    ...situation.children.map((child, index) => ({
      label: say('child', { number: String(index + 1) }),
      answers: childInWords(deps, child),
    })),
    {
      label: section('helpers'),
      answers: situation.helpers.map(
        ({ hours, every }) => `${slotInWords(messages, hours)}, ${say(`page.every.${every}`)}`,
      ),
    },
    {
      label: section('busy'),
      answers:
        busy?.length === 0
          ? [say('page.label.noBusy')]
          : (busy ?? []).map(
              ({ hours, why, varies }) =>
                `${slotInWords(messages, hours)}, ${say(`page.why.${why}`)}${varies ? `, ${say('page.label.busy.varies')}` : ''}`,
            ),
    },
    { label: section('work'), answers: workInWords(deps, situation) },
    {
      label: section('skills'),
      answers: [
        ...GERMAN_LEVELS.filter((level) => level === german).map((level) => say(`page.german.${level}`)),
        ...SCHOOLINGS.filter((known) => known === schooling).map(
          (known) => `${say('page.label.schooling')}: ${say(`page.schooling.${known}`)}`,
        ),
        ...DEGREES.filter((known) => known === degree).map(
          (known) => `${say('page.label.degree')}: ${say(`page.degree.${known}`)}`,
        ),
        ...(workedYears === undefined ? [] : [say('page.recap.worked', { years: workedYears })]),
        ...(age === undefined ? [] : [say('page.age-years', { years: age })]),
      ],
    },
    {
      label: section('groups'),
      answers: [
        ...AUDIENCES.flatMap((audience) =>
          audiences[audience] === undefined
            ? []
            : [
                `${say(`page.label.audiences.${audience}`)}: ${say(audiences[audience] ? 'page.yes' : 'page.no')}`,
              ],
        ),
        ...situation.support.map((support) => say(`page.support.${support}`)),
      ],
    },
    { label: section('frame'), answers: frameInWords(deps, situation) },
  ];
  return lines.filter(({ answers }) => answers.length > 0);
}
