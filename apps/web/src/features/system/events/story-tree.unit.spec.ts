import { expect, it } from 'vitest';
import { storyTree } from './story-tree.ts';

const told = (position: number, cause?: number) => ({
  id: `e${position}`,
  position,
  causedBy: cause === undefined ? null : { id: `e${cause}` },
});
const shape = (events: ReturnType<typeof told>[]) =>
  storyTree(events).map(({ event, depth }) => `${' '.repeat(depth)}${event.position}`);

it('an event stands under what led to it, in the order of the log', () => {
  expect(shape([told(5, 2), told(1), told(2, 1), told(3, 1), told(4, 2)])).toEqual(['1', ' 2', '  4', '  5', ' 3']);
});

it('what had no cause in the story stands at the edge', () => {
  expect(shape([told(7, 3), told(8, 7), told(9)])).toEqual(['7', ' 8', '9']);
});
