"""Who a character can be: a person, or one of the animals."""
