declare module 'rtlcss' {
  /** The stylesheet mirrored for writing from right to left. */
  const rtlcss: { readonly process: (css: string) => string };
  export = rtlcss;
}
