import { newId } from '@waybill/kernel';
import { GraphQLError } from 'graphql';

export interface ErrorLog {
  error(about: object, message: string): void;
}

/** What a client may read: errors of GraphQL itself, and those that were written for clients. */
const isForClients = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError && (!error.originalError || error.originalError instanceof GraphQLError);

/** Anything unforeseen is a bug: it is logged whole under an id, and the client gets the id only. */
export const maskError =
  (log: ErrorLog, stopping: AbortSignal) =>
  (error: unknown): Error => {
    if (isForClients(error)) return error;
    // An error of a field is wrapped in a GraphQLError: this one is of the request's own JSON.
    if (error instanceof SyntaxError)
      return new GraphQLError('The request holds JSON that cannot be read: correct it and send it again.', {
        extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
      });
    // What is still under way when the process ends may find its connections closed; its client goes on elsewhere.
    if (stopping.aborted)
      return new GraphQLError('This server is stopping: try again.', { extensions: { code: 'STOPPING' } });
    const errorId = newId();
    const cause = error instanceof GraphQLError ? error.originalError : error;
    log.error({ errorId, err: cause }, 'an operation failed');
    return new GraphQLError(
      `Something went wrong on our side. It is noted as ${errorId}; try again, and quote it if it stays.`,
      {
        ...(error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {}),
        extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
      },
    );
  };
