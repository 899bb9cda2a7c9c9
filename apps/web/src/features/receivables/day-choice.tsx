'use client';

import { useEffect, useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { inputClass } from '../../components/field.tsx';
import { receivables as texts } from '../../texts/receivables.ts';

/** A year that is still being typed is none. */
const isDay = (text: string) => /^(19|20)\d\d-\d\d-\d\d$/.test(text);

/** As of which day; `chosen` is empty for today. */
export const DayChoice = ({
  chosen,
  today,
  onChoose,
}: {
  chosen: string;
  today: string;
  onChoose: (day: string) => void;
}) => {
  const id = useId();
  const shown = chosen || today;
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const change = (value: string) => {
    setText(value);
    if (isDay(value)) onChoose(value === today ? '' : value);
  };
  return (
    <span className="flex items-center gap-2">
      <label htmlFor={id} className="text-faint">
        {texts.asOf}
      </label>
      <input
        id={id}
        type="date"
        value={text}
        onChange={({ target }) => change(target.value)}
        className={`${inputClass} w-36!`}
      />
      {chosen && (
        <Button look="quiet" onClick={() => onChoose('')}>
          {texts.toToday}
        </Button>
      )}
    </span>
  );
};
