/** Lines below each other. */
export const Lines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length === 1 ? (
    <>{lines[0]}</>
  ) : (
    <ul class="v-lines">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
