import { Fact, Facts } from '../../components/facts.tsx';
import { JsonView } from '../../components/json-view.tsx';
import { SideSection } from '../../components/side-section.tsx';
import { Time } from '../../components/time.tsx';
import type { IntakeMessagePartsFragment } from '../../graphql/generated/documents.ts';
import { formatCount, formatExact } from '../../lib/format.ts';
import { anomalies as texts } from '../../texts/anomalies.ts';
import { addressLines } from '../order/addresses.tsx';
import { readable } from './message-text.ts';

type Content = IntakeMessagePartsFragment['content'];

const Lines = ({ content: { lines, currency } }: { content: Content }) => (
  <table className="mt-3 w-full table-fixed" aria-label={texts.message}>
    <thead>
      <tr className="border-b border-line text-xs font-medium text-faint">
        <th scope="col" className="h-7 text-left font-medium">
          {texts.sku}
        </th>
        <th scope="col" className="h-7 w-16 text-right font-medium">
          {texts.quantity}
        </th>
        <th scope="col" className="h-7 w-20 text-right font-medium">
          {texts.price}
        </th>
      </tr>
    </thead>
    <tbody>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a message that was sent stays as it is
        <tr key={index} className="h-7">
          <td className="truncate">
            <span className="ident mr-2">{line.sku}</span>
            <span className="text-soft">{line.description}</span>
          </td>
          <td className="tabular text-right">{formatCount(line.quantity)}</td>
          <td className="tabular text-right text-soft" title={currency ?? undefined}>
            {line.unitPrice ?? <span className="text-faint">{texts.byCatalogue}</span>}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const AsItCame = ({ title, text }: { title: string; text: string }) => (
  <div className="mt-3">
    <h4 className="mb-1.5 text-xs font-medium text-faint">{title}</h4>
    <JsonView value={readable(text)} label={title} />
  </div>
);

/** The message itself, in words where it could be read and as it came where not. */
export const MessageSection = ({ message }: { message: IntakeMessagePartsFragment }) => {
  const { content, kind, reason, happenedAt } = message;
  const { text, conflicting, lines, deliveryAddress } = content;
  return (
    <SideSection title={texts.message}>
      <Facts>
        <Fact label={texts.messageId}>
          <span className="ident break-all">{message.messageId}</span>
          {kind && <span className="ml-2 text-soft">{texts.messageKinds[kind]}</span>}
        </Fact>
        {reason && message.status !== 'UNREADABLE' && <Fact label={texts.why}>{reason}</Fact>}
        {content.customerName && <Fact label={texts.from}>{content.customerName}</Fact>}
        {deliveryAddress && <Fact label={texts.deliverTo}>{addressLines(deliveryAddress).join(', ')}</Fact>}
        {content.reason && <Fact label={texts.said}>{content.reason}</Fact>}
        {happenedAt && <Fact label={texts.happened}>{formatExact(happenedAt)}</Fact>}
        <Fact label={texts.received}>
          <Time at={message.receivedAt} />
        </Fact>
      </Facts>
      {lines.length > 0 && <Lines content={content} />}
      {text !== null && <AsItCame title={texts.asItCame} text={text} />}
      {message.status === 'UNREADABLE' && text === null && <p className="mt-3 text-faint">{texts.nothingKept}</p>}
      {conflicting.map((other) => (
        <AsItCame key={other} title={texts.otherOne} text={other} />
      ))}
    </SideSection>
  );
};
