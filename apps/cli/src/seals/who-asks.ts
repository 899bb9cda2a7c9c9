import { hostname, userInfo } from 'node:os';

const account = (): string => {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? ''}`; // a container whose user has no name
  }
};

/** Who runs this, for people to see. */
export const whoAsks = (): string => `${account()} on ${hostname()}`;

/** Whether Postgres refused because an auditor's role or a standby is only there to be read. */
export const mayNotWrite = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '42501' || error.code === '25006');
