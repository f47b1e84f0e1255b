"""Small types that several shapes share."""

from typing import Annotated

from pydantic import Field

Level = Annotated[int, Field(ge=0, le=4)]
Words = Annotated[str, Field(max_length=2000)]
Part = Annotated[str, Field(max_length=64)]
