'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '../../components/button.tsx';
import { Panel } from '../../components/panel.tsx';
import { TextField } from '../../components/text-field.tsx';
import { ChangeCompanyDocument, type CompanyPartsFragment } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { company as texts } from '../../texts/company.ts';
import { type CompanyForm, companyForm, inputOf, valuesOf } from './company-form.ts';
import { TaxRates } from './tax-rates.tsx';

type TextName = Exclude<keyof CompanyForm, 'taxRates'>;

/** The fields of a refusal are named as the API names them. */
const fieldOf = (field: unknown): TextName | undefined => {
  const name = String(field).replace('address.', '');
  return name in companyForm.shape && name !== 'taxRates' ? (name as TextName) : undefined;
};

/** The form. What others save meanwhile is not put under the writer's hands: it is told, and a save is refused once. */
export const CompanyEditor = ({ company }: { company: CompanyPartsFragment | null }) => {
  const current = company?.version ?? 0;
  const say = useSay();
  const { run } = useCommand(ChangeCompanyDocument);
  const form = useForm<CompanyForm>({ resolver: zodResolver(companyForm), defaultValues: valuesOf(company) });
  const { errors, isSubmitting, isDirty } = form.formState;
  const [seen, setSeen] = useState(current);

  const begin = () => {
    form.reset(valuesOf(company));
    setSeen(current);
  };
  useEffect(() => {
    if (current === seen || isDirty) return;
    form.reset(valuesOf(company));
    setSeen(current);
  }, [company, current, seen, isDirty, form]);

  const change = company?.availableActions.find(({ name }) => name === 'changeCompany');
  const reason = change && !change.allowed ? change.reason : null;
  const note = () => {
    if (reason) return reason;
    if (!company) return texts.empty;
    if (isDirty) return current > seen ? texts.changedMeanwhile(current) : '';
    return texts.nothing;
  };
  const text = (name: TextName, className = '', hint?: string) => (
    <TextField
      label={texts[name]}
      hint={hint}
      error={errors[name]?.message}
      className={className}
      {...form.register(name)}
    />
  );
  const submit = form.handleSubmit(async (values) => {
    const outcome = await run(inputOf(values, seen));
    if (outcome.kind === 'refused') {
      const { refusal } = outcome;
      const field = 'field' in refusal ? fieldOf(refusal.field) : undefined;
      if (field) return form.setError(field, { message: refusal.message }, { shouldFocus: true });
      if (refusal.actualVersion !== undefined) setSeen(refusal.actualVersion);
    }
    const done = await say(outcome, {
      ...(outcome.kind === 'done' ? { done: texts.saved(outcome.payload.version) } : {}),
      refused: texts.notSaved,
      stream: 'company-main',
    });
    if (!done) return;
    form.reset(values);
    setSeen(done.version);
  });

  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <Panel title={texts.seller}>
        <div className="grid gap-3 md:grid-cols-6">
          {text('legalName', 'md:col-span-4')}
          {text('vatNumber', 'md:col-span-2', texts.vatHint)}
          {text('line1', 'md:col-span-4')}
          {text('line2', 'md:col-span-2')}
          {text('postcode', 'md:col-span-2')}
          {text('city', 'md:col-span-2')}
          {text('country', 'md:col-span-2', texts.countryHint)}
        </div>
      </Panel>
      <Panel title={texts.bank}>
        <div className="grid gap-3 md:grid-cols-6">
          {text('bankName', 'md:col-span-2')}
          {text('bankAccount', 'md:col-span-4')}
          {text('iban', 'md:col-span-4')}
          {text('bic', 'md:col-span-2', texts.bicHint)}
        </div>
      </Panel>
      <Panel title={texts.calendar}>
        <div className="grid gap-3 md:grid-cols-6">
          {text('timeZone', 'md:col-span-2', texts.timeZoneHint)}
          {text('invoiceSeries', 'md:col-span-2', texts.seriesHint)}
          {text('creditNoteSeries', 'md:col-span-2')}
        </div>
      </Panel>
      <Panel title={texts.rates}>
        <TaxRates
          control={form.control}
          register={form.register}
          errorOf={(index, name) => errors.taxRates?.[index]?.[name]?.message}
        />
      </Panel>
      <div className="sticky bottom-0 -mx-1 flex items-center justify-end gap-2 bg-canvas px-1 py-3">
        <p className="mr-auto text-soft" aria-live="polite">
          {note()}
        </p>
        <Button onClick={begin} disabled={!isDirty}>
          {texts.reset}
        </Button>
        <Button
          look="primary"
          type="submit"
          busy={isSubmitting}
          disabled={reason !== null || (!isDirty && company !== null)}
        >
          {texts.save}
        </Button>
      </div>
    </form>
  );
};
