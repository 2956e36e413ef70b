"""Customers and resellers: two kinds of account with one shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from sqlalchemy import Select, false, func, select

from bot.sandbox.auth import Call, ResellerCall
from bot.sandbox.bodies import AccountBody, AccountPatch
from bot.sandbox.errors import Refusal, malformed, not_found
from bot.sandbox.paging import AnyPage
from bot.sandbox.search_keys import mails_of, name_key
from bot.sandbox.tables import Account, public_id_of, row_number

router = APIRouter()
ACCOUNT_TYPES = ("commercial", "personal")


@dataclass(frozen=True)
class PeopleFilter:
    name: str | None = None
    email: str | None = None
    external_id: Annotated[str | None, Query(alias="externalId")] = None

    def on(self, statement: Select[Account]) -> Select[Account]:
        if self.name:
            statement = statement.where(Account.name_key.contains(name_key(self.name), autoescape=True))
        if self.email:
            statement = statement.where(func.instr(Account.mails, f"\n{self.email.lower()}\n") > 0)
        if self.external_id:
            statement = statement.where(Account.external_id == self.external_id)
        return statement


Filter = Annotated[PeopleFilter, Depends()]


@router.get("/customers")
async def list_customers(
    call: ResellerCall,
    page: AnyPage,
    wanted: Filter,
    reseller: Annotated[str | None, Query(alias="resellerId")] = None,
) -> dict[str, Any]:
    statement = wanted.on(_customers_of(call))
    if reseller not in (None, call.account.public_id):
        statement = statement.where(false())
    return await page.read(call.session, statement.order_by(Account.id), show_account)


@router.post("/customers")
async def create_customer(call: ResellerCall, body: AccountBody) -> dict[str, Any]:
    kind = body.attributes.setdefault("accountType", "commercial")
    if kind not in ACCOUNT_TYPES:
        raise malformed(f"attributes.accountType is one of {', '.join(ACCOUNT_TYPES)}.")
    facts = body.model_dump(exclude={"address", "contact_persons"})
    customer = Account(role="customer", reseller_id=call.account.id, acts_for=[], address={}, **facts)
    _write(customer, body)
    call.session.add(customer)
    await call.session.commit()
    return show_account(customer)


@router.get("/customers/{public_id}")
async def read_customer(call: ResellerCall, public_id: str) -> dict[str, Any]:
    return show_account(await customer_of(call, public_id))


@router.patch("/customers/{public_id}")
async def change_customer(call: ResellerCall, public_id: str, body: AccountPatch) -> dict[str, Any]:
    customer = await customer_of(call, public_id)
    return await _change(call, customer, body)


@router.get("/resellers")
async def list_resellers(call: ResellerCall, page: AnyPage, wanted: Filter) -> dict[str, Any]:
    own = select(Account).where(Account.id == call.account.id)
    return await page.read(
        call.session, wanted.on(own).order_by(Account.id), lambda row: show_reseller(call, row)
    )


@router.post("/resellers")
async def create_reseller(call: ResellerCall) -> dict[str, Any]:
    raise Refusal(403, "Only the distributor creates resellers.")


@router.get("/resellers/{public_id}")
async def read_reseller(call: ResellerCall, public_id: str) -> dict[str, Any]:
    return show_reseller(call, own_account(call, public_id))


@router.patch("/resellers/{public_id}")
async def change_reseller(call: ResellerCall, public_id: str, body: AccountPatch) -> dict[str, Any]:
    account = own_account(call, public_id)
    if body.status not in (None, account.status):
        raise Refusal(403, "Only the distributor changes a reseller's status.")
    return {**await _change(call, account, body), **_reseller_only(call)}


@router.get("/resellers/{public_id}/customers")
async def list_resellers_customers(
    call: ResellerCall, public_id: str, page: AnyPage, wanted: Filter
) -> dict[str, Any]:
    own_account(call, public_id)
    return await list_customers(call, page, wanted)


@router.post("/resellers/{public_id}/customers")
async def create_resellers_customer(call: ResellerCall, public_id: str, body: AccountBody) -> dict[str, Any]:
    own_account(call, public_id)
    return await create_customer(call, body)


def own_account(call: Call, public_id: str) -> Account:
    """The caller's own reseller account; every other id is as unknown as a missing one."""
    if public_id != call.account.public_id:
        raise not_found("Reseller", public_id)
    return call.account


async def customer_of(call: Call, public_id: str) -> Account:
    number = row_number(public_id)
    found = await call.session.scalar(_customers_of(call).where(Account.id == number)) if number else None
    if found is None:
        raise not_found("Customer", public_id)
    return found


def _customers_of(call: Call) -> Select[Account]:
    return select(Account).where(Account.reseller_id == call.account.id)


async def _change(call: Call, account: Account, body: AccountPatch) -> dict[str, Any]:
    if body.id not in (None, account.public_id):
        raise malformed("An id cannot be changed.")
    for field in ("external_id", "name", "tax_reg_id", "status"):
        value = getattr(body, field)
        if value is not None:
            setattr(account, field, value)
    _write(account, body)
    await call.session.commit()
    return show_account(account)


def _write(account: Account, body: AccountBody | AccountPatch) -> None:
    account.name_key = name_key(account.name)
    if body.address:
        account.address = body.address.model_dump(by_alias=True, exclude_none=True)
    if body.contact_persons:
        if not any(contact.type == "admin" for contact in body.contact_persons):
            raise malformed("contactPersons: one of them must be of type admin.")
        account.contact_persons = [
            contact.model_dump(by_alias=True, exclude_none=True, exclude={"password"})
            for contact in body.contact_persons
        ]
        account.mails = mails_of(account.contact_persons)


def show_account(account: Account) -> dict[str, Any]:
    shown = {
        "id": account.public_id,
        "externalId": account.external_id,
        "attributes": account.attributes,
        "status": account.status,
        "name": account.name,
        "address": account.address,
        "contactPersons": [_without_login(contact) for contact in account.contact_persons],
        "language": account.language,
        "taxRegId": account.tax_reg_id,
    }
    if account.reseller_id:
        shown["resellerId"] = public_id_of(account.reseller_id)
    return {key: value for key, value in shown.items() if value is not None}


def show_reseller(call: Call, account: Account) -> dict[str, Any]:
    return {**show_account(account), **_reseller_only(call)}


def _reseller_only(call: Call) -> dict[str, Any]:
    return {
        "currency": call.world.catalog.currency,
        "taxationProviderName": "IVA",
        "customerClass": "default",
    }


def _without_login(contact: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in contact.items() if key != "login"}
