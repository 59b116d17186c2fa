from fixtures import guest_of_a_tavern as visitors_name
from fixtures import lookup as ask_for
