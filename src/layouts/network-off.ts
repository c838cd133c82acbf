// What a page shows by still being here when its network is gone. This code must be here before that.
const places = document.querySelectorAll<HTMLElement>(".network-off > [role=status]");

function tell(): void {
  for (const place of places) {
    const told = document.createElement("span");
    told.textContent = place.dataset[navigator.onLine ? "there" : "gone"] ?? "";
    place.replaceChildren(told);
  }
}

if (places.length > 0) {
  tell();
  for (const event of ["offline", "online"]) addEventListener(event, tell);
}
