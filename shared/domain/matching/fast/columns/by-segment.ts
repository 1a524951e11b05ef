import type { Segment } from '../../match-index/segment.ts';

/** What there is once for each segment, made when it is first asked for. One segment is asked for many times in a row. */
export function bySegment<Made>(make: (segment: Segment) => Made): (segment: Segment) => Made {
  const known = new Map<Segment, Made>();
  let last: { readonly segment: Segment; readonly made: Made } | undefined;
  return (segment) => {
    if (last?.segment === segment) return last.made;
    const made = known.get(segment) ?? make(segment);
    known.set(segment, made);
    last = { segment, made };
    return made;
  };
}
