import { Plus, Trash2 } from 'lucide-react';
import { type Control, type UseFormRegister, useFieldArray } from 'react-hook-form';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { company as texts } from '../../texts/company.ts';
import type { CompanyForm } from './company-form.ts';

type Name = 'taxCode' | 'taxRate' | 'description';

/** The rates that lines can be taxed at. */
export const TaxRates = ({
  control,
  register,
  errorOf,
}: {
  control: Control<CompanyForm>;
  register: UseFormRegister<CompanyForm>;
  errorOf: (index: number, name: Name) => string | undefined;
}) => {
  const { fields, append, remove } = useFieldArray({ control, name: 'taxRates' });
  const text = (index: number, name: Name, look?: 'figure') => (
    <TextField
      label={texts[name]}
      quietLabel={index > 0}
      error={errorOf(index, name)}
      {...register(`taxRates.${index}.${name}`)}
      look={look}
    />
  );
  return (
    <div className="flex flex-col gap-2">
      {fields.map(({ id, taxCode }, index) => (
        <div key={id} className="grid grid-cols-[140px_100px_minmax(0,1fr)_28px] items-end gap-3">
          {text(index, 'taxCode')}
          {text(index, 'taxRate', 'figure')}
          {text(index, 'description')}
          <IconButton
            icon={Trash2}
            label={texts.removeRate(taxCode)}
            disabled={fields.length === 1}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      <div>
        <Button size="sm" icon={Plus} onClick={() => append({ taxCode: '', taxRate: '', description: '' })}>
          {texts.addRate}
        </Button>
      </div>
    </div>
  );
};
