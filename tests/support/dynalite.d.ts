// What of dynalite, which has no types, do the tests use?

declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Waits are in milliseconds, as real tables take some to be made. Everything is in memory. */
  export default function dynalite(options: { createTableMs: number; deleteTableMs: number }): Server;
}
