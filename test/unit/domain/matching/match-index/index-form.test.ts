import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { writeIndex } from '../../../../../shared/domain/matching/match-index/index-file.ts';
import { buildIndex } from '../../../../../shared/domain/matching/match-index/build-index.ts';
import { carePlace, course, region, timetable, TOWN } from '../../../../support/family-language.ts';
import { someOffer } from '../../../../support/some-offer.ts';

/** What the offers below give in each form of the file, told by the version in its header. */
const FORMS: Readonly<Record<number, string>> = {
  1: 'a861f2ae77c8e380',
  2: '12d018067cc2e1c6',
  3: 'f22912439133398d',
};

const OFFERS = [
  course('', { timetable: timetable('mo-fr 08:30-13:00; sa 22:00-02:00'), rolling: true }),
  someOffer('one:1', { course: 'B2', needs: { german: 'B1' }, cost: { cents: 100 }, seats: { free: 3 } }),
  someOffer('one:2', { course: 'B2', duplicateOf: someOffer('two:1').id, places: [], online: true }),
  someOffer('one:3', { kind: 'job', dayParts: ['morning', 'evening'], hours: { min: 15, max: 20 } }),
  carePlace('two:1', 'mo-fr 07:00-16:00', TOWN.place('kita'), { free: 1 }),
];

test('what is written changes only together with the version in the header, so that no release takes the form of another for its own', () => {
  const bytes = writeIndex(buildIndex(OFFERS, region()));
  const version = new DataView(bytes.buffer).getUint32(8, true);
  const fingerprint = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  // Where this differs: raise FORMAT_VERSION in index-file.ts once for a release, and note the new fingerprint here.
  expect({ [version]: fingerprint }).toEqual({ [version]: FORMS[version] });
});
