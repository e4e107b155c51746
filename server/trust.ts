// Checks that Amazon sent a request, and just now.

import type { IncomingHttpHeaders } from 'node:http';
import { SkillRequestSignatureVerifier, TimestampVerifier } from 'ask-sdk-express-adapter';
import { type Clock, runWithin, type Sleep } from '../lambda/waiting';

/** Looks at a request's body, as it came, and its headers. Rejects with `Refused` when it must not be answered. */
export type Trust = (body: string, headers: IncomingHttpHeaders) => Promise<void>;

/** A request that is not answered. `detail` is for the log and holds no word of a listener. */
export class Refused extends Error {
  override name = 'Refused';
  constructor(
    readonly reason: 'json' | 'skill' | 'timestamp' | 'signature',
    readonly detail = '',
  ) {
    super(reason);
  }
}

export interface TrustOptions {
  /** Milliseconds since 1970, for the certificate's keeping; the checks themselves read the machine's clock. */
  now: Clock;
  sleep: Sleep;
}

/** Alexa waits eight seconds for an answer, and the answer itself needs a part of them. */
const CERTIFICATE_WAIT_MS = 3000;
/** The verifier looks at a certificate's end only when it fetches it, so it may not keep one for ever. */
const CERTIFICATE_KEPT_MS = 60 * 60 * 1000;

/**
 * Amazon's own checks: the timestamp is at most 150 seconds old (a skill event's an hour), and the signature fits the
 * body and a certificate of echo-api.amazon.com that a known authority stands behind. The first request of an hour
 * fetches that certificate from s3.amazonaws.com.
 */
export function amazonOnly({ now, sleep }: TrustOptions): Trust {
  const timestamp = new TimestampVerifier();
  let signature = new SkillRequestSignatureVerifier();
  let keptSinceMs = now();
  return async (body, headers) => {
    // The cheap check first. Its messages may quote the body, so they go nowhere.
    if (!hasReadableTime(body)) throw new Refused('timestamp');
    await timestamp.verify(body).catch(() => Promise.reject(new Refused('timestamp')));
    if (now() - keptSinceMs > CERTIFICATE_KEPT_MS) {
      signature = new SkillRequestSignatureVerifier();
      keptSinceMs = now();
    }
    const verify = () => signature.verify(body, withPlainAddress(headers));
    // Fetching the certificate has no limit of its own.
    await runWithin(sleep, CERTIFICATE_WAIT_MS, verify).catch((error: unknown) => {
      throw new Refused('signature', error instanceof Error ? error.message.slice(0, 200) : '');
    });
  };
}

/** The SDK's check compares, and a time that cannot be read compares as new. */
function hasReadableTime(body: string): boolean {
  try {
    return Number.isFinite(new Date(JSON.parse(body).request.timestamp).getTime());
  } catch {
    return false;
  }
}

/**
 * The certificate's address with its dots resolved, and without user, query and fragment. The SDK checks the text as
 * it stands, but what is fetched is what it resolves to; and each new query would be a certificate more in memory.
 */
function withPlainAddress(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const address = headers['signaturecertchainurl'];
  if (typeof address !== 'string' || !URL.canParse(address)) return { ...headers, signaturecertchainurl: undefined };
  const { origin, pathname } = new URL(address);
  return { ...headers, signaturecertchainurl: origin + pathname };
}
