/** Where the browser finds the API: the GraphQL address itself, or that of the server it is on. */
export const apiUrl = (given: string | undefined): string => {
  const url = new URL(given || 'http://127.0.0.1:4000');
  if (url.pathname === '/') url.pathname = '/graphql';
  return url.href;
};
