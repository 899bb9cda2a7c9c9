/** What everybody appends: the data of one event, 300 bytes of JSON. */
export const EVENT_DATA = { customer: 'C-17850', lines: 12, note: '' };
EVENT_DATA.note = 'x'.repeat(300 - JSON.stringify(EVENT_DATA).length);
