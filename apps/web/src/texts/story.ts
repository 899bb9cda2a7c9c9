export const story = {
  title: 'Story',
  of: (subject: string) => `Story of ${subject}`,
  about: (count: number, span: string) => (count === 1 ? '1 event' : `${count} events in ${span}`),
  first: (count: number) => `The first ${count} events`,
  inBrowser: 'All of it as a list',
  list: 'What led to what',
  start: 'start',
  failed: 'The story could not be read',
  empty: {
    title: 'There is no such story',
    text: 'No event carries this correlation id. Open an event and go to its story from there.',
    action: 'Browse events',
  },
};
