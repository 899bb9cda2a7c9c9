import { Panel } from '../../components/panel.tsx';
import { Time } from '../../components/time.tsx';
import { common } from '../../texts/common.ts';
import { order as texts } from '../../texts/order.ts';
import type { OrderOfPage } from './progress.ts';

/** What people told each other about the order, oldest first. Nothing where nobody did. */
export const NotesPanel = ({ notes }: { notes: OrderOfPage['notes'] }) =>
  notes.length > 0 && (
    <Panel title={texts.note.panel}>
      <ul className="grid gap-3">
        {notes.map((note) => (
          <li key={note.id}>
            <p className="whitespace-pre-line break-words">
              {note.text ?? <span className="text-faint">{common.forgotten}</span>}
            </p>
            <p className="text-xs text-faint">
              {note.by} · <Time at={note.at} />
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
