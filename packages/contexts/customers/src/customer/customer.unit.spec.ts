import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { Customer } from './aggregate.ts';
import { customerCommands as commands } from './commands.ts';
import type { CustomerEvent } from './events.ts';

const customer = specOf(Customer, expect);
const leeds = { line1: '1 Mill Lane', city: 'Leeds', country: 'United Kingdom' };
const york = { line1: '2 High Street', city: 'York', country: 'United Kingdom' };
const ada = {
  customerId: 'c1',
  number: 'CUS-000001',
  kind: 'BUSINESS',
  name: 'Ada Ltd',
  email: 'ada@example.com',
  address: leeds,
} as const;
const registered: CustomerEvent = { type: 'CustomerRegistered', data: { ...ada, vatId: null } };

describe('Registering a customer', () => {
  it('records who they are', () => customer.given().when(commands.RegisterCustomer, ada).then(registered));

  it('does nothing for the same customer again, who keeps their number', () =>
    customer
      .given(registered)
      .when(commands.RegisterCustomer, { ...ada, number: 'CUS-000002' })
      .thenNothing());

  it('is refused for another customer under the same id', () =>
    customer
      .given(registered)
      .when(commands.RegisterCustomer, { ...ada, name: 'Bob Ltd' })
      .thenRefused('CustomerAlreadyExists', { customerId: 'c1' }));

  it('is refused without a name or an address', () => {
    customer
      .given()
      .when(commands.RegisterCustomer, { ...ada, name: ' ' })
      .thenRefused('CustomerNameMissing', {});
    customer
      .given()
      .when(commands.RegisterCustomer, { ...ada, name: null })
      .thenRefused('CustomerNameMissing', {});
    customer
      .given()
      .when(commands.RegisterCustomer, { ...ada, address: null })
      .thenRefused('CustomerAddressMissing', {});
  });
});

describe('The VAT id of a customer', () => {
  const numbered: CustomerEvent = { type: 'CustomerRegistered', data: { ...ada, vatId: 'GB123456789' } };

  it('is recorded as documents write it', () => {
    customer
      .given()
      .when(commands.RegisterCustomer, { ...ada, vatId: ' gb 123 4567 89 ' })
      .then(numbered);
    customer
      .given(registered)
      .when(commands.ChangeCustomerVatId, { customerId: 'c1', vatId: 'gb123456789' })
      .then({ type: 'CustomerVatIdChanged', data: { customerId: 'c1', vatId: 'GB123456789' } });
  });

  it('is taken away by a change to none', () =>
    customer
      .given(numbered)
      .when(commands.ChangeCustomerVatId, { customerId: 'c1' })
      .then({ type: 'CustomerVatIdChanged', data: { customerId: 'c1', vatId: null } }));

  it('stays where it is the same, however it is written', () => {
    customer
      .given(numbered)
      .when(commands.ChangeCustomerVatId, { customerId: 'c1', vatId: 'GB 123456789' })
      .thenNothing();
    customer
      .given(numbered)
      .when(commands.RegisterCustomer, { ...ada, vatId: 'GB 123456789' })
      .thenNothing();
  });

  it('is refused where it is none, and for a customer nobody knows', () => {
    customer
      .given()
      .when(commands.RegisterCustomer, { ...ada, vatId: '123' })
      .thenRefused('CustomerVatIdInvalid', {});
    customer
      .given(registered)
      .when(commands.ChangeCustomerVatId, { customerId: 'c1', vatId: 'GB' })
      .thenRefused('CustomerVatIdInvalid', {});
    customer
      .given()
      .when(commands.ChangeCustomerVatId, { customerId: 'c1', vatId: 'GB123456789' })
      .thenRefused('CustomerUnknown', { customerId: 'c1' });
  });
});

describe('Changing an address', () => {
  const toYork = { customerId: 'c1', address: york };
  const moved: CustomerEvent = { type: 'CustomerAddressChanged', data: toYork };

  it('records the new one', () => customer.given(registered).when(commands.ChangeCustomerAddress, toYork).then(moved));

  it('does nothing where it is so already', () =>
    customer.given(registered, moved).when(commands.ChangeCustomerAddress, toYork).thenNothing());

  it('is refused without one, and for a customer nobody knows', () => {
    customer
      .given(registered)
      .when(commands.ChangeCustomerAddress, { ...toYork, address: null })
      .thenRefused('CustomerAddressMissing', {});
    customer.given().when(commands.ChangeCustomerAddress, toYork).thenRefused('CustomerUnknown', { customerId: 'c1' });
  });
});

describe('Setting a credit limit', () => {
  const limit = { customerId: 'c1', currency: 'GBP', amount: 250_000 };
  const set: CustomerEvent = { type: 'CreditLimitSet', data: limit };

  it('records it, by currency', () => {
    customer.given(registered).when(commands.SetCreditLimit, limit).then(set);
    const euros = { ...limit, currency: 'EUR' };
    customer.given(registered, set).when(commands.SetCreditLimit, euros).then({ type: 'CreditLimitSet', data: euros });
  });

  it('does nothing where it is so already, and leaves the registration what it was', () => {
    customer.given(registered, set).when(commands.SetCreditLimit, limit).thenNothing();
    customer
      .given(registered)
      .when(commands.SetCreditLimit, { ...limit, amount: null })
      .thenNothing();
    customer.given(registered, set).when(commands.RegisterCustomer, ada).thenNothing();
  });

  it('takes it away again', () =>
    customer
      .given(registered, set)
      .when(commands.SetCreditLimit, { ...limit, amount: null })
      .then({ type: 'CreditLimitSet', data: { ...limit, amount: null } }));

  it('is refused for a customer nobody knows', () =>
    customer.given().when(commands.SetCreditLimit, limit).thenRefused('CustomerUnknown', { customerId: 'c1' }));
});
