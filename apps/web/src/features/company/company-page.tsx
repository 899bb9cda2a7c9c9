'use client';

import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { CompanyOfPageDocument } from '../../graphql/generated/documents.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { company as texts } from '../../texts/company.ts';
import { CompanyEditor } from './company-editor.tsx';
import { CompanyVersions } from './company-versions.tsx';

/** Who sells: what documents say of the house, and who changed it when. */
export const CompanyPage = () => {
  const { data, failure, retry } = useLive(CompanyOfPageDocument, {}, topics.company);
  const content = () => {
    if (failure && !data) return <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} />;
    if (!data) return <Skeleton className="h-[640px] w-full" />;
    return (
      <div className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_340px]">
        <CompanyEditor company={data.company ?? null} />
        <CompanyVersions versions={data.company?.versions ?? []} />
      </div>
    );
  };
  return (
    <Page title={texts.title} about={texts.about}>
      {content()}
    </Page>
  );
};
