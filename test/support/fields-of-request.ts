import type * as z from 'zod';
import type { matchRequest } from '../../shared/contract/match-request.ts';

/** The body of a request as partners send it. */
export type RequestBody = z.input<typeof matchRequest>;
/** Fields of the form in their order; those with several values hold all of them. */
export type FilledFields = ReadonlyMap<string, readonly string[]>;

const yesNo = (said: boolean | undefined) => (said === undefined ? undefined : said ? 'yes' : 'no');
const box = (ticked: boolean | undefined) => (ticked === true ? 'on' : undefined);

/** Fields of the counsellor's form that say the same as a request; every list of hours becomes rows. */
export function fieldsOfRequest(request: RequestBody): FilledFields {
  const fields = new Map<string, readonly string[]>();
  const put = (name: string, ...values: readonly (string | number | undefined)[]) => {
    const said = values.filter((value) => value !== undefined).map(String);
    if (said.length > 0) fields.set(name, said);
  };
  const { home, travel, work, audiences = {} } = request;
  put('goals', ...(request.goals ?? []));
  put('fields', ...(request.fields ?? []));
  put('home.postcode', home?.postcode);
  put('home.district', home?.district);
  put('travel.by', travel?.by);
  put('travel.maxMinutes', travel?.maxMinutes);
  for (const [index, child] of (request.children ?? []).entries()) {
    const name = `children.${index}`;
    put(`${name}.row`, '1');
    put(`${name}.years`, child.ageYears);
    if (child.ageMonths !== undefined && child.ageMonths < 0) put(`${name}.unbornMonths`, -child.ageMonths);
    else if (child.ageMonths !== undefined) {
      put(`${name}.years`, Math.floor(child.ageMonths / 12));
      put(`${name}.months`, child.ageMonths % 12);
    }
    if (child.care?.length === 0) put(`${name}.noCare`, 'on');
    put(`${name}.schoolFrom`, child.schoolFrom);
    put(`${name}.searchingSince`, child.searchingSince);
    put(`${name}.needsCare`, yesNo(child.needsCare));
    put(`${name}.goesAlone`, box(child.goesAlone));
    const rows = (child.care ?? []).flatMap((entry) => entry.hours.map((hours) => ({ entry, hours })));
    for (const [row, { entry, hours }] of rows.entries()) {
      const care = `${name}.care.${row}`;
      put(`${care}.row`, '1');
      put(`${care}.kind`, entry.kind);
      put(`${care}.days`, ...hours.days);
      put(`${care}.from`, hours.from);
      put(`${care}.to`, hours.to);
      put(`${care}.postcode`, entry.place?.postcode);
      put(`${care}.validFrom`, entry.from);
      put(`${care}.validUntil`, entry.until);
      put(`${care}.holidays`, box(entry.holidays));
    }
  }
  for (const [row, helper] of (request.helpers ?? []).entries()) {
    const name = `helpers.${row}`;
    put(`${name}.row`, '1');
    put(`${name}.days`, ...helper.days);
    put(`${name}.from`, helper.from);
    put(`${name}.to`, helper.to);
    put(`${name}.every`, helper.every);
    put(`${name}.child`, helper.children?.[0]);
  }
  if (request.busy?.length === 0) put('noBusy', 'on');
  for (const [row, busy] of (request.busy ?? []).entries()) {
    const name = `busy.${row}`;
    put(`${name}.row`, '1');
    put(`${name}.days`, ...busy.days);
    put(`${name}.from`, busy.from);
    put(`${name}.to`, busy.to);
    put(`${name}.why`, busy.why ?? 'other');
    put(`${name}.varies`, box(busy.varies));
  }
  put('work.hoursPerWeek', work?.hoursPerWeek);
  put('work.wantedHoursPerWeek', work?.wantedHoursPerWeek);
  put('work.travelMinutes', work?.travelMinutes);
  put('work.saturdays', box(work?.saturdays));
  put('work.sinceMonths', work?.sinceMonths);
  put('work.employees', work?.employees);
  put('work.bridgePartTime', yesNo(work?.bridgePartTime));
  put('work.parentalLeaveUntil', work?.parentalLeaveUntil);
  put('german', request.german);
  put('schooling', request.schooling);
  put('degree', request.degree);
  put('workedYears', request.workedYears);
  put('age', request.age);
  for (const [audience, said] of Object.entries(audiences)) put(`audiences.${audience}`, yesNo(said));
  put('support', ...(request.support ?? []));
  put('from', request.from);
  put('until', request.until);
  put('formats', ...(request.formats ?? []));
  put('stepFree', box(request.stepFree));
  put('budget', request.budgetCents === undefined ? undefined : request.budgetCents / 100);
  return fields;
}
