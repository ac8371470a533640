"""What projects need of the zone: land, money, hands, water, power."""
