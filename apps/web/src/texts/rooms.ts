export const rooms = {
  navigation: 'System',
  overview: 'Overview',
  projections: 'Projections',
  processes: 'Processes',
  queues: 'Queues',
  deadLetters: 'Dead letters',
  commands: 'Commands',
  events: 'Events',
  seals: 'Seals',
  waiting: 'waiting for a person',
  key: (number: number) => `Press ${number}`,
  inPalette: (label: string) => `System: ${label}`,
};
