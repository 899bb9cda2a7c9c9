import assert from 'node:assert/strict';
import { builder, commandMutation, commandPayload } from '@waybill/graphql';
import { graphql, printSchema } from 'graphql';
import { commands } from './shelf.ts';

builder.queryType({});
builder.mutationType({});
builder.subscriptionType({});

builder.queryField('hello', (t) =>
  t.string({
    args: { name: t.arg.string({ required: true }) },
    resolve: (_root, { name }) => `Hello ${name}`,
  }),
);
commandMutation({
  command: commands.PutThing,
  description: 'Puts a thing on a shelf.',
  input: (t) => ({ shelfId: t.id({ required: true }), thing: t.string({ required: true }) }),
  payload: commandPayload('Shelf'),
  errors: [], // the refusals that it can end in: each is a type of the result's union
});

const schema = builder.toSchema();
assert.match(printSchema(schema), /putThing\(input: PutThingInput!\): PutThingResult!/);
const { data } = await graphql({ schema, source: '{ hello(name: "Ana") }' });
assert.equal(data?.hello, 'Hello Ana');
