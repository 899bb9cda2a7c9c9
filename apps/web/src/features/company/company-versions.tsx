'use client';

import Link from 'next/link';
import { Panel } from '../../components/panel.tsx';
import { Time } from '../../components/time.tsx';
import type { CompanyPartsFragment } from '../../graphql/generated/documents.ts';
import { actorName } from '../../lib/actor-name.ts';
import { company as texts } from '../../texts/company.ts';

/** Every version of the page: who saved it, when, and what it changed. The latest first. */
export const CompanyVersions = ({ versions }: { versions: CompanyPartsFragment['versions'] }) => (
  <Panel
    title={texts.versions}
    flush
    className="self-start"
    side={
      <Link href="/system/events?stream=company-main" className="rounded-sm text-xs text-accent-text hover:underline">
        {texts.events}
      </Link>
    }
  >
    {versions.length === 0 ? (
      <p className="px-4 py-3 text-faint">{texts.noVersions}</p>
    ) : (
      <ol className="divide-y divide-line">
        {versions.map(({ version, at, by, changes }) => (
          <li key={version} className="px-4 py-2.5">
            <div className="flex items-baseline justify-between gap-3">
              <span className="font-medium">{texts.version(version)}</span>
              <span className="text-xs text-faint">
                <Time at={at} />
              </span>
            </div>
            <p className="text-soft">{version === 1 ? texts.first : texts.changed(changes)}</p>
            <p className="text-xs text-faint">{actorName(by)}</p>
          </li>
        ))}
      </ol>
    )}
  </Panel>
);
