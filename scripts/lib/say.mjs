const colour = process.stdout.isTTY && !process.env.NO_COLOR;

/** @param {number} code */
const paint = (code) => (/** @type {string} */ text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);

/** One line of progress. @param {string} text */
export const say = (text) => process.stdout.write(`${dim('·')} ${text}\n`);

/** A step that takes long says now and then that it is still at it (ms). */
const SIGN_OF_LIFE = 15_000;

/**
 * Says what is being done, does it, and says how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const step = async (what, work) => {
  say(`${what} …`);
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const sign = setInterval(() => say(dim(`${what}: ${elapsed().toFixed(0)} s so far`)), SIGN_OF_LIFE);
  const result = await work().finally(() => clearInterval(sign));
  const seconds = elapsed();
  if (seconds >= 0.5) process.stdout.write(`${green('✓')} ${what} ${dim(`${seconds.toFixed(1)} s`)}\n`);
  return result;
};

/**
 * A framed block of lines.
 * @param {string} title
 * @param {readonly string[]} lines
 */
export const box = (title, lines) => {
  const width = Math.max(title.length, ...lines.map((line) => line.length)) + 2;
  const row = (/** @type {string} */ text, /** @type {(t: string) => string} */ style = (t) => t) =>
    `│ ${style(text)}${' '.repeat(width - text.length - 1)}│`;
  const rule = '─'.repeat(width);
  const rows = [`╭${rule}╮`, row(title, bold), `├${rule}┤`, ...lines.map((line) => row(line)), `╰${rule}╯`];
  process.stdout.write(`\n${rows.join('\n')}\n\n`);
};

/** A failure that a person can do something about: its message says what. */
export class Trouble extends Error {
  /**
   * @param {string} what what went wrong
   * @param {string} [remedy] what to do next
   */
  constructor(what, remedy) {
    super(remedy ? `${what}\n  → ${remedy}` : what);
    this.name = 'Trouble';
  }
}

/** Prints a failure: the message alone where it was foreseen, with its stack where it was not. @param {unknown} error */
export const complain = (error) => {
  const text = error instanceof Trouble ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`\n${red('✗')} ${text}\n`);
};
