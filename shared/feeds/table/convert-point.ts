import proj4 from 'proj4';
import type { Point } from '../../domain/place/point.ts';
import type { GridSystem, PointField } from './field.schema.ts';
import { FEATURE, type ColumnAt, type Reader } from './table-row.ts';

const WGS_84 = '+proj=longlat +datum=WGS84 +no_defs';
/** UTM on ETRS89, as German authorities use it; within a metre the same as WGS 84. */
const DEFINITIONS: Readonly<Record<GridSystem, string>> = {
  'EPSG:25831': '+proj=utm +zone=31 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  'EPSG:25832': '+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  'EPSG:25833': '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
};
/** Decimals kept: a millionth of a degree is a tenth of a metre. */
const SCALE = 1_000_000;

/** What the two cells of a point give; `unreadable` for texts that are no numbers and for another system than the map's. */
export type ReadPoint = Point | 'empty' | 'unreadable';

/** Reads a point in degrees of WGS 84. */
export function convertPoint(field: PointField | undefined, at: ColumnAt): Reader<ReadPoint> {
  switch (field?.as) {
    case undefined:
      return () => 'empty';
    case 'degrees':
      return ofCells(at(field.lon), at(field.lat), undefined);
    case 'geometry':
      return ofCells(at(FEATURE.x), at(FEATURE.y), field.system);
    case 'utm': {
      const read = ofCells(at(field.east), at(field.north), field.system);
      if (field.systemColumn === undefined) return read;
      const system = at(field.systemColumn);
      return (row) => {
        const point = read(row);
        return point !== 'empty' && row.cells[system] !== field.system ? 'unreadable' : point;
      };
    }
  }
}

function ofCells(x: number, y: number, system: GridSystem | undefined): Reader<ReadPoint> {
  return ({ cells }) => pair(cells[x], cells[y], system);
}

function pair(x: string | undefined, y: string | undefined, system: GridSystem | undefined): ReadPoint {
  if (x === undefined && y === undefined) return 'empty';
  const [east, north] = [numberOf(x), numberOf(y)];
  if (east === undefined || north === undefined) return 'unreadable';
  return system === undefined ? { lat: north, lon: east } : fromGrid(system, east, north);
}

/** Metres of a grid to degrees, rounded to six decimals. */
export function fromGrid(system: GridSystem, east: number, north: number): Point | 'unreadable' {
  const [lon = Number.NaN, lat = Number.NaN] = proj4(DEFINITIONS[system], WGS_84, [east, north]);
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return 'unreadable';
  return { lat: Math.round(lat * SCALE) / SCALE, lon: Math.round(lon * SCALE) / SCALE };
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^-?\d{1,8}(?:[.,]\d+)?$/.test(text)) return undefined;
  return Number(text.replace(',', '.'));
}
