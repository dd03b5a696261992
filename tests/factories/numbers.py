"""Numbers that look like the real ones."""

WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


def check_digit(eight: str) -> int:
    """The ninth digit of an organisation number; 10 when these eight digits cannot begin one."""
    return -sum(int(digit) * weight for digit, weight in zip(eight, WEIGHTS, strict=True)) % 11


def organisation_number(number: int) -> str:
    """The valid organisation number number `number`, all of them different."""
    eight = 90_000_000 + 11 * number
    while check_digit(str(eight)) == 10:
        eight += 1
    return f"{eight}{check_digit(str(eight))}"
