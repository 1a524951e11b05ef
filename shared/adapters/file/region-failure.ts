/**
 * Why a region's folder cannot be used. `file` is a name inside the folder, `line` counts from 1 (a CSV's heading is
 * line 1), `field` is a path such as `bookingPresets.0.to`, `expected` what belongs there. Never holds a value.
 */
export type RegionFailure = {
  readonly code: 'region-missing' | 'file-missing' | 'unreadable' | 'wrong-value' | 'repeated';
  readonly file: string;
  readonly line?: number;
  readonly field?: string;
  readonly expected?: string;
};

/** One English sentence for whoever looks after the folder: what is wrong, where. */
export function describeRegionFailure(failure: RegionFailure): string {
  const place = [
    failure.file,
    failure.line === undefined ? '' : `, line ${String(failure.line)}`,
    failure.field === undefined ? '' : `, field ${failure.field}`,
  ].join('');
  switch (failure.code) {
    case 'region-missing':
      return `There is no region in the folder ${place}.`;
    case 'file-missing':
      return `The region lacks the file ${place}.`;
    case 'unreadable':
      return `${place} cannot be read${failure.expected === undefined ? '' : ` as ${failure.expected}`}.`;
    case 'wrong-value':
      return `${place} has a value that cannot be used${failure.expected === undefined ? '' : `: ${failure.expected}`}.`;
    case 'repeated':
      return `${place} repeats what was given before.`;
  }
}
