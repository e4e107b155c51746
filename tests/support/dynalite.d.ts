// The types of what the tests use of dynalite, which has none.

declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Waits are in milliseconds, as real tables take some to be made. Everything is in memory. */
  export default function dynalite(options: { createTableMs: number; deleteTableMs: number }): Server;
}
