// Draws the two pictures of the store from one drawing; run as `npm run icons`.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PACKAGE = join(__dirname, '../skill-package');
const DRAWING = join(PACKAGE, 'assets/icon.svg');
const SIGNATURE_BYTES = 8;
/** Length, type and checksum of a chunk. */
const AROUND_A_CHUNK = 12;

/** Width and height of the store's two pictures in pixels, by the manifest's name for them (Amazon's sizes). */
export const ICONS = { smallIconUri: 108, largeIconUri: 512 } as const;

/** The drawing's digest as the pictures made from it carry it: SHA-256, in hex. */
export const digestOf = (svg: string): string => createHash('sha256').update(svg).digest('hex');

/** The picture of one size, as the manifest names it: from the skill package on. */
export const iconPath = (size: number): string => `assets/images/icon-${size}.png`;

/** The picture with a text chunk that says which drawing it was made from, right after the header. */
export function withSource(png: Buffer, digest: string): Buffer {
  const body = Buffer.from(`tEXtSource\0${digest}`, 'latin1');
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  const headerEnd = SIGNATURE_BYTES + AROUND_A_CHUNK + png.readUInt32BE(SIGNATURE_BYTES);
  return Buffer.concat([png.subarray(0, headerEnd), chunk, png.subarray(headerEnd)]);
}

/** What a PNG says about itself: its size in pixels and the digest of the drawing it was made from, if it says so. */
export function readPng(png: Buffer): { width: number; height: number; source: string | undefined } {
  let source: string | undefined;
  for (let at = SIGNATURE_BYTES; at < png.length; at += AROUND_A_CHUNK + png.readUInt32BE(at)) {
    const text = png.toString('latin1', at + 4, at + 8 + png.readUInt32BE(at));
    if (text.startsWith('tEXtSource\0')) source = text.slice('tEXtSource\0'.length);
  }
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), source };
}

/** The checksum of the PNG specification, annex D. */
export function crc32(bytes: Buffer): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return ~rest >>> 0;
}

function drawIcons(): void {
  const svg = readFileSync(DRAWING, 'utf8');
  for (const size of Object.values(ICONS)) {
    const png = execFileSync('rsvg-convert', ['-w', String(size), '-h', String(size), DRAWING]);
    mkdirSync(dirname(join(PACKAGE, iconPath(size))), { recursive: true });
    writeFileSync(join(PACKAGE, iconPath(size)), withSource(png, digestOf(svg)));
    process.stdout.write(`skill-package/${iconPath(size)}\n`);
  }
}

if (require.main === module) {
  try {
    drawIcons();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    process.stderr.write('The pictures are drawn by rsvg-convert. On Debian: apt-get install librsvg2-bin\n');
    process.exitCode = 1;
  }
}
