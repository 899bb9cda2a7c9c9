import { type HttpConnection, openConnection } from './http-connection.ts';

/** Connections taken for one request each; more are opened as they are needed. */
export const createConnections = (port: number) => {
  const free: HttpConnection[] = [];
  return {
    async use<T>(work: (connection: HttpConnection) => Promise<T>): Promise<T> {
      let connection = free.pop();
      while (connection && !connection.isOpen()) connection = free.pop();
      connection ??= await openConnection(port);
      const result = await work(connection);
      free.push(connection);
      return result;
    },
    close() {
      for (const connection of free) connection.close();
    },
  };
};
