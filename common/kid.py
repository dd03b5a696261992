"""KID: the number that tells a Norwegian bank, and us, what a payment is for.

Two to twenty-five digits, the last of which checks the others, by one of the two methods of the banks' OCR giro
(Mastercard Payment Services Norway, «KID»): modulo 10 (Luhn's) or modulo 11.
"""

from typing import Literal

Method = Literal["mod10", "mod11"]
SHORTEST, LONGEST = 2, 25


def check_digit(payload: str, method: Method = "mod10") -> str:
    """The last character of the KID that begins with `payload`, a text of digits.

    Modulo 10: from the right the digits weigh 2, 1, 2, 1 ...; the digits of the products are added, and the check
    digit fills the sum up to whole tens. Modulo 11: from the right they weigh 2, 3, 4, 5, 6, 7, 2, 3 ...; it is eleven
    less the rest of the sum by eleven. A rest of nought gives 0, and a rest of one gives "-", which many banks refuse.
    Raises ValueError when `payload` is no text of 1 to 24 digits.
    """
    if not (payload.isascii() and payload.isdigit() and SHORTEST - 1 <= len(payload) < LONGEST):
        raise ValueError("A KID begins with 1 to 24 digits.")
    digits = [int(digit) for digit in reversed(payload)]
    if method == "mod10":
        products = [digit * (2 if place % 2 == 0 else 1) for place, digit in enumerate(digits)]
        return str(-sum(product // 10 + product % 10 for product in products) % 10)
    rest = sum(digit * (2 + place % 6) for place, digit in enumerate(digits)) % 11
    return "-" if rest == 1 else str((11 - rest) % 11)


def make_kid(payload: str, method: Method = "mod10") -> str:
    """`payload` with its check digit. Raises ValueError where modulo 11 gives "-": choose another payload."""
    last = check_digit(payload, method)
    if last == "-":
        raise ValueError("Modulo 11 has no digit for this number.")
    return payload + last


def is_kid(text: str, method: Method | None = None) -> bool:
    """Whether `text` is a KID by `method`, by either when none is given. A KID that ends with "-" is accepted."""
    payload, last = text[:-1], text[-1:]
    if not (payload.isascii() and payload.isdigit() and SHORTEST <= len(text) <= LONGEST):
        return False
    return any(check_digit(payload, one) == last for one in ("mod10", "mod11") if method in (None, one))


def numbered_kid(number: int, method: Method = "mod10") -> str:
    """The KID of the thing with that serial number, the same each time, ten digits while there are few.

    It begins with a 1, since a spreadsheet takes noughts in front away; and before the check digit stands a 0, or a 1
    where modulo 11 has no digit for the 0. So two numbers never share a KID, by whichever method each was made.
    Raises ValueError for a number below one or with more than 22 digits.
    """
    if number < 1:
        raise ValueError("Serial numbers begin at one.")
    payload = f"1{number:07d}"
    for filler in "01":
        if check_digit(payload + filler, method) != "-":
            return make_kid(payload + filler, method)
    raise ValueError("Two neighbours never both lack a digit.")
