declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** The parts of dynalite 4.0.0 in use; its server keeps the database open until it is closed. */
  function dynalite(options: {
    /** Folder of the database. */
    readonly path: string;
    /** How long a new table is said to be in creation, in milliseconds. */
    readonly createTableMs: number;
  }): Server;
  export = dynalite;
}
