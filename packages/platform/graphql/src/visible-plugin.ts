import { getOperationAST, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GraphContext } from './context.ts';
import { topicsOf } from './topics.ts';

const PATIENCE = 2_000;
export const AFTER_HEADER = 'x-waybill-after';

/**
 * Read your own writes: a query with the header `x-waybill-after: <position>` waits, bounded, until the views that its
 * fields read have seen that position. The answer's `extensions.visible` says whether they had.
 */
export const visiblePlugin = (): Plugin<GraphContext> => ({
  async onExecute({ args }) {
    const { request } = args.contextValue;
    const after = Number(request.headers.get(AFTER_HEADER));
    if (!Number.isSafeInteger(after) || after <= 0) return undefined;
    if (getOperationAST(args.document, args.operationName)?.operation !== OperationTypeNode.QUERY) return undefined;
    const topics = topicsOf(args.schema, args.document);
    const reached = topics.length === 0 || (await args.contextValue.hub.waitVisible(after, [...topics], PATIENCE));
    return {
      onExecuteDone({ result, setResult }) {
        if (Symbol.asyncIterator in result) return;
        setResult({ ...result, extensions: { ...result.extensions, visible: { after, reached } } });
      },
    };
  },
});
