import { failed, ok, type Result } from '../../domain/result.ts';
import type { RawRecord, ReadFailure } from '../feed-format.ts';
import { unzipFiles } from '../zip/unzip-files.ts';
import { isActive } from './is-active.ts';
import { readTables, type Row, type Tables } from './read-tables.ts';

/**
 * The active services of a data package (a zip of CSV tables), with the rows of the other tables nested in them as the API
 * does. Rows of persons (contacts, and telephones that hang on one alone) find no place. Held in memory as a whole.
 */
export async function* readPackage(bytes: Uint8Array): AsyncGenerator<Result<RawRecord, ReadFailure>> {
  const files = await unzipFiles(bytes, 'csv');
  if (!files.ok) {
    yield failed({ ...files.failure, record: 0 });
    return;
  }
  const tables = readTables(files.value);
  if (!tables.ok) {
    yield tables;
    return;
  }
  const nest = nestingOf(tables.value);
  let number = 0;
  for (const service of tables.value.get('services') ?? []) {
    if (isActive(service['status'])) yield ok({ number: (number += 1), value: nest(service) });
  }
}

type Index = (key: string | undefined) => readonly Row[];

/** Puts a service together. Every table is looked through once, whatever the number of services. */
function nestingOf(tables: Tables): (service: Row) => unknown {
  const by = (table: string, column: string): Index => {
    const groups = Map.groupBy(tables.get(table) ?? [], (row) => row[column]);
    return (key) => (key === undefined ? [] : (groups.get(key) ?? []));
  };
  const organizations = by('organizations', 'id');
  const [locations, addresses] = [by('locations', 'id'), by('addresses', 'location_id')];
  const [ofService, ofLocation, ofLink] = ['service_id', 'location_id', 'service_at_location_id'].map(
    (column) => ({
      phones: by('phones', column),
      schedules: by('schedules', column),
      languages: by('languages', column),
    }),
  );
  const links = by('service_at_locations', 'service_id');
  const [attributes, terms] = [by('attributes', 'link_id'), by('taxonomy_terms', 'id')];
  const [capacities, units] = [by('service_capacities', 'service_id'), by('units', 'id')];
  const [costs, urls, phonesOfOffice] = [
    by('cost_options', 'service_id'),
    by('additional_urls', 'service_id'),
    by('phones', 'organization_id'),
  ];
  const locationOf = (row: Row) => ({
    ...row,
    addresses: addresses(row['id']),
    phones: ofLocation?.phones(row['id']),
    schedules: ofLocation?.schedules(row['id']).filter((schedule) => schedule['service_id'] === undefined),
  });
  return (service) => {
    const id = service['id'];
    const organization = organizations(service['organization_id'])[0];
    return {
      ...service,
      organization: organization && { ...organization, phones: phonesOfOffice(organization['id']) },
      phones: ofService?.phones(id),
      languages: ofService?.languages(id),
      schedules: ofService
        ?.schedules(id)
        .filter((schedule) => schedule['service_at_location_id'] === undefined),
      cost_options: costs(id),
      additional_urls: urls(id),
      capacities: capacities(id).map((row) => ({ ...row, unit: units(row['unit_id'])[0] })),
      attributes: attributes(id).map((row) => ({ ...row, taxonomy_term: terms(row['taxonomy_term_id'])[0] })),
      service_at_locations: links(id).map((link) => ({
        phones: ofLink?.phones(link['id']),
        schedules: ofLink?.schedules(link['id']),
        location: locations(link['location_id']).map(locationOf)[0],
      })),
    };
  };
}
