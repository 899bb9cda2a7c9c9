import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { intakeDocumentCommands } from './commands.ts';
import { intakeDocument } from './intake-document.ts';

const document = specOf(intakeDocument, expect);
const { ReceiveDocument } = intakeDocumentCommands;
const lines = [
  { code: 'B', description: 'Adjust bad debt', quantity: 1, unitPrice: '-11062.06' },
  { code: 'B', description: 'Adjust bad debt', quantity: 3, unitPrice: '0.005' },
];
const received = {
  documentId: 'd-1',
  channel: 'online-retail',
  externalId: 'A563185',
  currency: 'GBP',
  lines,
  malformed: [],
  objection: "its number has an unknown prefix 'A'",
};
const parked = {
  type: 'DocumentParked' as const,
  data: {
    channel: 'online-retail',
    externalId: 'A563185',
    reason: "its number has an unknown prefix 'A'",
    currency: 'GBP',
    amount: -1106204,
    lines,
  },
};

describe('a document that no order can be made of', () => {
  it('waits with its lines and its amount', () => {
    document.given().when(ReceiveDocument, received).then(parked);
  });
  it('waits once, however often it comes', () => {
    document.given(parked).when(ReceiveDocument, received).thenNothing();
  });
  it('is refused with the first line that could not be read', () => {
    const malformed = [
      { line: 7, reason: "Quantity 'six' is no whole number", text: '1,A,B,six' },
      { line: 9, reason: 'Country is empty', text: '1,A' },
    ];
    document
      .given()
      .when(ReceiveDocument, { ...received, malformed, objection: null })
      .thenRefused('MalformedRow', { line: 7, reason: "Quantity 'six' is no whole number" });
  });
  it('is not parked for nothing', () => {
    document
      .given()
      .when(ReceiveDocument, { ...received, objection: null })
      .thenRefused('NothingToPark', { externalId: 'A563185' });
  });
});
