import {
  ActorRef,
  AddressInput,
  AddressRef,
  AvailableActionRef,
  addressFrom,
  builder,
  commandMutation,
  commandPayload,
  HistoryEvent,
  jsonColumn,
  PermissionMissing,
  reads,
  readsFrom,
  shownBy,
  storyOf,
} from '@waybill/graphql';
import { COMPANY_ID, companyCommands } from '../company/commands.ts';
import type { CompanyDetails } from '../company/details.ts';
import { type CompanyRow, companyPage } from '../read-models/company.ts';
import { CompanyDetailsInvalid } from '../refusals.ts';

const PERMISSION = 'company:change';

const CompanyTaxRate = builder.objectRef<CompanyDetails['taxRates'][number]>('CompanyTaxRate').implement({
  fields: (t) => ({
    taxCode: t.exposeString('taxCode'),
    taxRate: t.expose('taxRate', { type: 'Decimal', description: 'Per cent.' }),
    description: t.exposeString('description'),
  }),
});

const CompanyVersion = builder.objectRef<CompanyRow['versions'][number]>('CompanyVersion').implement({
  description: 'The page of the company as somebody saved it.',
  fields: (t) => ({
    version: t.exposeInt('version'),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => new Date(at) }),
    by: t.expose('by', { type: ActorRef }),
    changes: t.exposeStringList('changes', { description: 'The fields that it changed; all of them in the first.' }),
  }),
});

const details = (row: { readonly details: unknown }): CompanyDetails => jsonColumn<CompanyDetails>(row.details);

const Company = builder.prismaObject('Company', {
  description: 'Who sells. Every document captures it as it is when the document is issued, with its version.',
  fields: (t) => ({
    id: t.exposeID('id'),
    version: t.int({ description: 'Send it as `expectedVersion`.', resolve: ({ version }) => Number(version) }),
    legalName: t.string({ resolve: (row) => details(row).legalName }),
    address: t.field({ type: AddressRef, nullable: true, resolve: (row) => addressFrom(details(row).address) }),
    vatNumber: t.string({ resolve: (row) => details(row).vatNumber }),
    bankName: t.string({ resolve: (row) => details(row).bankName }),
    bankAccount: t.string({ resolve: (row) => details(row).bankAccount }),
    iban: t.string({ resolve: (row) => details(row).iban }),
    bic: t.string({ resolve: (row) => details(row).bic }),
    timeZone: t.string({
      description: "An IANA name: the business's days begin there.",
      resolve: (row) => details(row).timeZone,
    }),
    taxRates: t.field({ type: [CompanyTaxRate], resolve: (row) => details(row).taxRates }),
    invoiceSeries: t.string({ resolve: (row) => details(row).invoiceSeries }),
    creditNoteSeries: t.string({ resolve: (row) => details(row).creditNoteSeries }),
    versions: t.field({
      type: [CompanyVersion],
      description: 'The latest first.',
      resolve: ({ versions }) => jsonColumn<CompanyRow['versions']>(versions),
    }),
    history: t.field({
      type: [HistoryEvent],
      resolve: (row, _args, context) => storyOf(context, row, [`company-${row.id}`]),
    }),
    availableActions: t.field({
      type: [AvailableActionRef],
      resolve: (_row, _args, { permissions }) => {
        const reason = permissions.has(PERMISSION) ? null : PermissionMissing({ permission: PERMISSION }).message;
        return [{ name: 'changeCompany', allowed: reason === null, reason }];
      },
    }),
  }),
});

builder.queryField('company', (t) =>
  t.prismaField({
    ...readsFrom(companyPage.name),
    type: Company,
    nullable: true,
    description: 'The page of the company; null until it is filled in. Without it no invoice is issued.',
    resolve: (query, _root, _args, context) =>
      reads(context).company.findUnique({ ...query, where: { id: COMPANY_ID } }),
  }),
);

const CompanyTaxRateInput = builder.inputType('CompanyTaxRateInput', {
  fields: (t) => ({
    taxCode: t.string({ required: true }),
    taxRate: t.string({ required: true, description: 'Per cent as a decimal, such as 20 or 17.5.' }),
    description: t.string({ required: true }),
  }),
});

const payload = commandPayload('Company');
builder.objectField(payload, 'company', (t) =>
  t.field({
    ...readsFrom(companyPage.name),
    type: Company,
    nullable: true,
    description: 'The page with what the command did; null where the view takes too long to show it.',
    resolve: async (accepted, _args, context, info) =>
      (await shownBy(context, accepted, info, companyPage.name))
        ? reads(context).company.findUnique({ where: { id: COMPANY_ID } })
        : null,
  }),
);

commandMutation({
  command: companyCommands.ChangeCompany,
  description:
    'Saves the page of the company, whole, as a new version. Documents that were issued stay as they are; those to come capture it.',
  permission: () => PERMISSION,
  input: (t) => ({
    legalName: t.string({ required: true }),
    address: t.field({ type: AddressInput, required: true }),
    vatNumber: t.string({ required: true }),
    bankName: t.string({ required: true }),
    bankAccount: t.string({ required: true, description: 'As it is printed; may be empty.' }),
    iban: t.string({ required: true }),
    bic: t.string({ required: true, description: 'May be empty.' }),
    timeZone: t.string({ required: true, description: 'An IANA name, such as Europe/London.' }),
    taxRates: t.field({ type: [CompanyTaxRateInput], required: true }),
    invoiceSeries: t.string({ required: true, description: 'What the numbers of invoices begin with, such as INV.' }),
    creditNoteSeries: t.string({ required: true }),
  }),
  payload,
  errors: [CompanyDetailsInvalid],
});
