import { describe, type Verification } from '@waybill/event-store/seals';

const count = (n: number, one: string, many: string): string => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

const events = (n: number): string => count(n, 'event', 'events');

const age = (seconds: number): string =>
  seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;

/** Events wait for a minute at most. */
const LATE = 120;

/** What a verification found, for people: every finding on a line of its own, then what was looked at. */
export const renderVerification = (found: Verification): string => {
  const { findings, seals, sealedUpTo, unsealed, seconds, newest } = found;
  const tail = unsealed.events === 0 ? 'none' : `${events(unsealed.events)}, the oldest ${age(unsealed.seconds)} old`;
  const signed = newest ? newest.keyId.slice(0, 16) : 'nobody yet';
  const keys = found.keyKnown
    ? 'known outside of the database'
    : 'NOT known outside of the database: give one with --key';
  return [
    ...findings.map((finding) => `✗ ${describe(finding)}`),
    ...(findings.length > 0 ? [''] : []),
    `Looked at       ${events(found.events)} in ${count(seals, 'seal', 'seals')}, up to position ${sealedUpTo} (${seconds.toFixed(1)} s)`,
    `Signed by       ${signed}; ${keys}`,
    `Not sealed yet  ${tail}`,
    ...(unsealed.seconds > LATE
      ? [
          '                No worker seals them (its log says why), or their seals were taken away: check with a head that was kept.',
        ]
      : []),
    findings.length === 0
      ? 'Nothing was changed, removed, put in or reordered.'
      : `${count(findings.length, 'thing is', 'things are')} not as sealed. Keep the database as it is, and see docs/seals.md.`,
  ].join('\n');
};
