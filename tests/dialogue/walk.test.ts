// Does every rule of the house hold in every state somebody can talk the conversation into?

it.todo('walks');
