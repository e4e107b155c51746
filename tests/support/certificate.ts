// Makes a signing certificate, and an authority behind it, without any tool.

import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A certificate in PEM and the key that signs in its name. */
export interface Certified {
  pem: string;
  key: KeyObject;
}

export interface CertificateOptions {
  name: string;
  /** Stands as the subject's alternative name; an authority has none. */
  domain?: string;
  /** Who signs it; itself when absent. */
  by?: { name: string; key: KeyObject };
  /** Milliseconds since 1970. */
  untilMs?: number;
}

const DAY_MS = 86_400_000;

/** An X.509 certificate (RFC 5280), RSA of 2048 bits with SHA-256, valid since yesterday. */
export function certificate({ name, domain, by, untilMs = Date.now() + DAY_MS }: CertificateOptions): Certified {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signedBy = by ?? { name, key: privateKey };
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    SHA256_WITH_RSA,
    nameOf(signedBy.name),
    sequence(time(Date.now() - DAY_MS), time(untilMs)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(domain ? alternativeName(domain) : AUTHORITY)),
  );
  const signature = createSign('RSA-SHA256').update(content).sign(signedBy.key);
  const whole = sequence(content, SHA256_WITH_RSA, der(0x03, Buffer.from([0]), signature));
  return { pem: pem(whole), key: privateKey };
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
}

function lengthOf(bytes: number): number[] {
  if (bytes < 0x80) return [bytes];
  return bytes < 0x100 ? [0x81, bytes] : [0x82, bytes >> 8, bytes & 0xff];
}

const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts);
const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');

const SHA256_WITH_RSA = sequence(hex('06092a864886f70d01010b'), hex('0500'));
const COMMON_NAME = hex('0603550403');
/** Basic constraints, critical: an authority. */
const AUTHORITY = sequence(hex('0603551d13'), hex('0101ff'), der(0x04, sequence(hex('0101ff'))));

const nameOf = (name: string): Buffer => sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(name)))));
const alternativeName = (domain: string): Buffer =>
  sequence(hex('0603551d11'), der(0x04, sequence(der(0x82, Buffer.from(domain)))));

/** Two digits each of year, month, day, hour, minute and second. */
const time = (ms: number): Buffer =>
  der(0x17, Buffer.from(`${new Date(ms).toISOString().replace(/\D/g, '').slice(2, 14)}Z`));

const pem = (bytes: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`;
