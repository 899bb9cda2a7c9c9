'use client';

import { Panel } from '../../components/panel.tsx';
import { type EventPartsFragment, OrderComparedDocument } from '../../graphql/generated/documents.ts';
import { formatExact, formatName } from '../../lib/format.ts';
import { useLive } from '../../live/use-live.ts';
import { order as texts } from '../../texts/order.ts';
import { isNews, pathText, valueText } from './changes.ts';

const head = 'h-9 px-4 text-left text-xs font-medium text-faint';
const unchanging: readonly string[] = [];

/** What differs between two moments of an order, field by field, and what happened between them. */
export const DifferencesPanel = ({
  id,
  from,
  to,
}: {
  id: string;
  from: EventPartsFragment;
  to: EventPartsFragment;
}) => {
  const { data, failure } = useLive(OrderComparedDocument, { id, from: from.position, to: to.position }, unchanging);
  const compared = data?.order?.compare;
  const changes = compared?.changes.filter(isNews) ?? [];
  const events = compared?.events ?? [];
  return (
    <Panel title={texts.travel.differences} flush>
      {failure && <p className="p-4 text-red">{failure.message}</p>}
      {compared && (
        <p className="px-4 py-2 text-xs text-soft">
          {texts.travel.between}: {events.map(({ type }) => formatName(type)).join(', ') || texts.travel.nothing}
        </p>
      )}
      {changes.length > 0 && (
        <table className="w-full table-fixed" aria-label={texts.travel.differences}>
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className={head}>
                {texts.travel.field}
              </th>
              <th scope="col" className={head}>
                {formatExact(from.recordedAt)}
              </th>
              <th scope="col" className={head}>
                {formatExact(to.recordedAt)}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ path, before, after }) => (
              <tr key={path.join('.')} className="border-b border-line align-top last:border-0">
                <th scope="row" className="px-4 py-2 text-left font-normal text-soft">
                  {pathText(path)}
                </th>
                <td className="px-4 py-2 break-words text-faint">{valueText(before)}</td>
                <td className="px-4 py-2 font-medium break-words">{valueText(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {compared && changes.length === 0 && <p className="px-4 pb-4 text-faint">{texts.travel.same}</p>}
    </Panel>
  );
};
