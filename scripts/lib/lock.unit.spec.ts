import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLock } from './lock.mjs';
import { launch } from './processes.mjs';

const freshState = () => mkdtempSync(join(tmpdir(), 'waybill-lock-'));
const write = (state: string, run: object) => writeFileSync(join(state, 'run.json'), JSON.stringify(run));
const read = (state: string) => JSON.parse(readFileSync(join(state, 'run.json'), 'utf8'));

const sleeper = async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  return child;
};

describe('the lock of a state folder', () => {
  it('is taken where nobody holds it', async () => {
    const state = freshState();
    expect(await openLock(state).take()).toBeUndefined();
    expect(read(state)).toMatchObject({ pid: process.pid, addresses: [] });
  });

  it('names the start that holds it and lives', async () => {
    const state = freshState();
    const other = await sleeper();
    write(state, { pid: other.pid, birth: '', addresses: ['Dashboard http://127.0.0.1:3000'], servers: [] });
    expect(await openLock(state).take()).toMatchObject({
      pid: other.pid,
      addresses: ['Dashboard http://127.0.0.1:3000'],
    });
    other.kill('SIGKILL');
  });

  it('is taken over from a process of the same id that was born later', async () => {
    const state = freshState();
    const other = await sleeper();
    write(state, { pid: other.pid, birth: 'another', addresses: [], servers: [] });
    expect(await openLock(state).take()).toBeUndefined();
    other.kill('SIGKILL');
  });

  it('ends what a start that was killed left behind, before it is taken over', async () => {
    const state = freshState();
    const left = launch('redis', process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      log: join(state, 'left.log'),
    });
    write(state, {
      pid: 2 ** 22 + 1,
      birth: 'gone',
      addresses: [],
      servers: [{ name: 'redis', pid: left.pid, birth: '' }],
    });
    expect(await openLock(state).take()).toBeUndefined();
    expect(await left.gone).toBe('ended by SIGTERM');
  });

  it('is taken over when its file cannot be read', async () => {
    const state = freshState();
    writeFileSync(join(state, 'run.json'), '{"pid":');
    expect(await openLock(state).take()).toBeUndefined();
  });

  it('is left to whoever took it over', async () => {
    const state = freshState();
    const lock = openLock(state);
    await lock.take();
    write(state, { pid: 1, birth: '', addresses: [], servers: [] });
    lock.release();
    expect(read(state).pid).toBe(1);
  });
});
