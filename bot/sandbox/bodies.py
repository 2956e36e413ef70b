"""What callers may send, as the published specification names it; null is refused, extra fields ignored."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic.alias_generators import to_camel

Text = Annotated[str, StringConstraints(max_length=2000)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=255)]
Mail = Annotated[str, StringConstraints(pattern=r"^[^@\s]{1,64}@[^@\s]+\.[^@\s]+$", max_length=254)]
# E.164, or the country#area#number#extension form of the specification's example.
Phone = Annotated[str, StringConstraints(pattern=r"^(\+?[1-9]\d{6,14}(#\d*)?|\d{1,3}#\d*#\d{4,14}#\d*)$")]
Login = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.@-]{4,255}$")]
Country = Annotated[str, StringConstraints(to_upper=True, pattern=r"^[A-Za-z]{2}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}([-_][A-Za-z]{2})?$")]
Status = Literal["pending", "active", "creditHold", "adminHold", "cancelled", "error"]
PeriodType = Literal["day", "month", "year", "statement_day", "unknown"]
OrderType = Literal["sales", "change", "renewal", "cancellation", "migration", "unknown"]
Attributes = dict[Text, Text]


def _written_out(value: Any) -> Any:
    """A bare number is no date, although pydantic would count it as seconds since 1970."""
    if isinstance(value, str) and "-" not in value[1:]:
        raise ValueError("write a date as 2026-11-30")
    return value


Day = Annotated[date, BeforeValidator(_written_out)]
Moment = Annotated[datetime, BeforeValidator(_written_out)]


class Body(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, strict=True, extra="ignore", allow_inf_nan=False)

    @model_validator(mode="before")
    @classmethod
    def _no_nulls(cls, data: Any) -> Any:
        if isinstance(data, dict):
            for field in cls.model_fields.values():
                if field.alias in data and data[field.alias] is None:
                    raise ValueError(f"{field.alias} is null")
        return data


class TokenBody(Body):
    marketplace: Text | None = None


class AddressBody(Body):
    street_address: Name
    address_extension: Text | None = None
    postal_code: Name
    city: Name
    state: Text | None = None
    country_code: Country


class ContactBody(Body):
    type: Literal["admin", "billing", "technical"]
    first_name: Name
    last_name: Name
    email: Mail
    phone_number: Phone
    login: Login | None = None
    password: Annotated[str, StringConstraints(min_length=7, max_length=255)] | None = None


Contacts = Annotated[list[ContactBody], Field(min_length=1, max_length=20)]


class AccountBody(Body):
    name: Name
    address: AddressBody
    contact_persons: Contacts
    language: Language
    external_id: Text | None = None
    attributes: Attributes = {}
    status: Status = "active"
    tax_reg_id: Text | None = None


class AccountPatch(Body):
    id: Text | None = None
    external_id: Text | None = None
    name: Name | None = None
    tax_reg_id: Text | None = None
    status: Status | None = None
    address: AddressBody | None = None
    contact_persons: Contacts | None = None


class PeriodBody(Body):
    type: PeriodType
    duration: int


class ParameterBody(Body):
    name: Text
    value: Any = ""
    structured_value: dict[str, Any] | None = Field(default=None, alias="structured_value")


Parameters = Annotated[list[ParameterBody], Field(max_length=50)]


class LineBody(Body):
    mpn: Text | None = None
    id: Text | None = None
    quantity: float = 1
    subscription_period: PeriodBody | None = None
    parameters: Parameters = []


class OrderBody(Body):
    type: OrderType
    customer_id: Text
    po_number: Text | None = None
    attributes: Attributes = {}
    products: Annotated[list[LineBody], Field(max_length=200)] = []


class OrderPatch(Body):
    credit_check: bool | None = None
    status_code: Text | None = None


class CheckedProductBody(Body):
    mpn: Text | None = None
    id: Text | None = None
    vendor: Text | None = None
    quantity: int = 1
    billing_period: PeriodBody | None = None
    subscription_period: PeriodBody | None = None
    draft_request_id: Text | None = None
    parameters: Parameters


class ValidationBody(Body):
    customer_id: Text
    type: OrderType = "sales"
    products: Annotated[list[CheckedProductBody], Field(max_length=200)]


class AmountBody(Body):
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    amount: Annotated[str, StringConstraints(pattern=r"^\d{1,9}(\.\d{1,4})?$")]


class PricedProductBody(Body):
    mpn: Text | None = None
    id: Text | None = None
    unit_price: AmountBody | None = None
    unit_cost: AmountBody | None = None
    unit_provider_cost: AmountBody | None = None


class SpecialPricingBody(Body):
    products: Annotated[list[PricedProductBody], Field(max_length=200)]


class SubscriptionPatch(Body):
    products: Annotated[list[PricedProductBody], Field(max_length=200)] = []
    attributes: Attributes | None = None
    renewal_status: bool | None = None


class ReportBody(Body):
    name: Text
    customization_name: Text | None = None
    format: Literal["csv", "xml", "xlsx", "json", "unknown"] = "csv"
    start_date: Text
    end_date: Text | None = None


class DelegationBody(Body):
    login: Text


class MailBody(Body):
    subject: Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\r\n]+$")]
    text: Annotated[str, StringConstraints(min_length=1, max_length=10_000)]
