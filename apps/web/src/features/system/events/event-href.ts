/** The address of an event in the event browser, opened. */
export const eventHref = (id: string): string => `/system/events?event=${id}`;

export const storyHref = (correlationId: string): string => `/system/events/stories/${correlationId}`;
